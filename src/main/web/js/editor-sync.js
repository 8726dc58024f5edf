// The form of a template and its text, kept in step while one of them is written; and what was not saved outlives leaving.

const WAIT = 900;
const FULL = 1;

/** @param text what stands in the place of the text area: { value, set(value) } */
export function editorSync(form, text) {
  const base = form.querySelector('#base');
  const key = `template ${location.pathname}`;
  const first = text.value();
  let formChanged = false;
  let edits = 0;
  let textChanged = false;
  /** Whether the form is older than the text, because somebody is writing in it. */
  let stale = false;
  let timer;
  let running;

  const fields = () => form.querySelector('#fields');
  const inFields = (node) => Boolean(node?.closest?.('#fields'));

  function later() {
    clearTimeout(timer);
    timer = setTimeout(sync, WAIT);
  }

  form.addEventListener('input', ({ target }) => {
    if (inFields(target)) {
      formChanged = true;
      edits++;
      later();
    }
  });
  text.changed(() => {
    textChanged = true;
    remember(text.value());
    later();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (stale && !inFields(relatedTarget)) {
      later();
    }
  });

  /**
   * What the form changed is put into the text of which it was shown; what was typed into the text makes a new form. Where
   * both were written within a moment, what the form changed is put into the text as it is.
   */
  function body() {
    const data = new FormData(form);
    data.set('yaml', textChanged || stale ? text.value() : base.value);
    if (!formChanged && !stale && textChanged) {
      [...data.keys()].filter((name) => form.querySelector(`#fields [name="${CSS.escape(name)}"]`)).forEach((name) => data.delete(name));
    }
    data.delete('action');
    return new URLSearchParams(data);
  }

  async function sync() {
    clearTimeout(timer);
    running?.abort();
    running = new AbortController();
    const before = text.value();
    const renew = textChanged || stale;
    const formsToo = formChanged || stale;
    const data = body();
    const sent = edits;
    try {
      const answer = await fetch(form.dataset.sync, {
        method: 'POST',
        body: data,
        headers: { 'X-CSRF-TOKEN': document.querySelector('meta[name="csrf-token"]').content },
        signal: running.signal,
        redirect: 'error',
      });
      if (!answer.ok) {
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (text.value() !== before) {
        return; // more was typed into the text meanwhile: that is on its way
      }
      const made = page.querySelector('#made').value;
      const next = page.querySelector('#fields');
      document.querySelector('#trial').replaceWith(page.querySelector('#trial'));
      if (!renew || formsToo) {
        text.set(made);
      }
      remember(text.value());
      textChanged = false;
      formChanged = formChanged && sent !== edits;
      stale = renew && inFields(document.activeElement) && !next.disabled;
      if (renew && !stale) {
        fields().replaceWith(next);
        if (!next.disabled) {
          base.value = made;
        }
      }
      document.dispatchEvent(new Event('nabla:added'));
      document.dispatchEvent(new Event('nabla:tried'));
    } catch {
      // Aborted, or away: what is typed stays, and the next key tries again.
    }
  }

  form.addEventListener('submit', () => {
    clearTimeout(timer);
    if (!textChanged && !stale) {
      text.put(base.value);
    } else if (!formChanged && !stale) {
      fields().disabled = true;
    }
  });

  // A row is always to spare.
  form.addEventListener('input', ({ target }) => {
    const row = target.closest('.row');
    const rows = row?.closest('[data-rows]');
    if (!rows || row !== rows.lastElementChild || !target.value.trim() || rows.children.length > 50) {
      return;
    }
    const more = row.cloneNode(true);
    more.querySelectorAll('[name]').forEach((box) => {
      const ends = box.name.match(/^(.*\.)(\d+)((?:\.[a-z]+)?)$/);
      box.name = `${ends[1]}${Number(ends[2]) + FULL}${ends[3]}`;
      box.value = '';
      box.textContent = '';
      box.setAttribute('aria-label', box.getAttribute('aria-label').replace(/\d+/, (n) => String(Number(n) + FULL)));
    });
    more.querySelectorAll('details').forEach((one) => {
      one.open = false;
    });
    rows.append(more);
  });

  function remember(value) {
    if (value === first) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify({ version: form.dataset.version, value }));
    }
  }

  // Back: the browser puts the words into their boxes again, perhaps after this; then they count as typed.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      formChanged = true;
      later();
    }
  });

  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
  if ('saved' in form.dataset || (kept && (kept.version !== form.dataset.version || kept.value === first))) {
    localStorage.removeItem(key);
  } else if (kept) {
    text.set(kept.value);
    textChanged = true;
    sync();
    restored();
  }

  function restored() {
    const note = document.createElement('div');
    note.className = 'notice';
    note.setAttribute('role', 'status');
    const words = document.createElement('p');
    words.textContent = 'What you had written and not saved is here again. ';
    const back = document.createElement('button');
    back.type = 'button';
    back.className = 'button quiet';
    back.textContent = 'Take the saved text instead';
    back.addEventListener('click', () => {
      localStorage.removeItem(key);
      location.reload();
    });
    words.append(back);
    note.append(words);
    document.querySelector('main h1').after(note);
  }
}
