import { type } from './dom.js';

const PAUSE = 700;
const PATIENCE = [1000, 2000, 4000, 8000];
const KEPT = 'What you type is kept as you type it, and handed in when the time is over.';
const AWAY = 'No connection just now. What you typed stays on this page and is sent again by itself: leave the page open.';
const OUTDATED = 'This page was open for very long, so that the server does not know it any more. Load it again: what you typed stays.';
const SIGNED_OUT = 'You are signed out here meanwhile. What you typed stays on this page: sign in in another window, and it is sent.';

/**
 * Keeps the boxes of a form with data-drafts on the server while somebody types: only those that they touched, so that a
 * second window does not undo them. What did not arrive stays in this tab, and is sent again until it does.
 */
export function drafts() {
  const first = form();
  if (!first) {
    return;
  }
  hideTheButton();
  const store = `unsent ${location.pathname}`;
  const unsent = new Map(Object.entries(JSON.parse(sessionStorage.getItem(store) ?? '{}')));
  let timer;
  let failures = 0;
  let sending = false;

  // What the server has not heard of is newer than what it shows.
  for (const [name, values] of unsent) {
    fill(first, name, values);
  }
  if (unsent.size > 0) {
    later(0);
  }

  document.addEventListener('input', ({ target }) => {
    if (target.form?.matches('[data-drafts]') && target.name?.startsWith('answer-')) {
      unsent.set(target.name, new FormData(target.form).getAll(target.name));
      remember();
      later(PAUSE);
    }
  });
  addEventListener('online', () => later(0));
  addEventListener('pagehide', () => unsent.size > 0 && send());
  document.addEventListener('nabla:time-over', async () => {
    await send();
    form()?.querySelectorAll('input, button').forEach((part) => {
      part.type === 'text' ? (part.readOnly = true) : (part.disabled = true);
    });
  });
  // What is handed in needs no draft any more.
  document.addEventListener('htmx:before:request', ({ detail }) => {
    if (detail.ctx.sourceElement?.matches?.('form[data-drafts]')) {
      clearTimeout(timer);
    }
  });
  document.addEventListener('htmx:after:swap', () => {
    hideTheButton();
    for (const [name, values] of unsent) {
      const boxes = form() ? new FormData(form()).getAll(name) : values;
      if (String(boxes) === String(values) && document.querySelector('[name=shown]')?.value) {
        unsent.delete(name);
      }
    }
    remember();
  });

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  }

  function remember() {
    if (unsent.size > 0) {
      sessionStorage.setItem(store, JSON.stringify(Object.fromEntries(unsent)));
    } else {
      sessionStorage.removeItem(store);
    }
  }

  async function send() {
    const to = form();
    if (!to || unsent.size === 0 || sending) {
      return;
    }
    sending = true;
    const sent = [...unsent];
    const body = new URLSearchParams();
    sent.forEach(([name, values]) => (values.length > 0 ? values : ['']).forEach((value) => body.append(name, value)));
    try {
      const answer = await fetch(to.dataset.drafts, { method: 'POST', body, keepalive: true, headers: headers() });
      arrived(answer, sent);
    } catch {
      wait(AWAY);
    } finally {
      sending = false;
    }
  }

  async function arrived(answer, sent) {
    if (answer.redirected) {
      wait(SIGNED_OUT);
    } else if (answer.status === 409) {
      status(await answer.text());
      unsent.clear();
      remember();
    } else if (answer.status === 400 || answer.status === 403) {
      wait(OUTDATED);
    } else if (!answer.ok) {
      wait(AWAY);
    } else {
      failures = 0;
      sent.filter(([name, values]) => unsent.get(name) === values).forEach(([name]) => unsent.delete(name));
      remember();
      status(KEPT);
      if (unsent.size > 0) {
        later(PAUSE);
      }
    }
  }

  function wait(words) {
    status(words);
    later(PATIENCE[Math.min(failures++, PATIENCE.length - 1)]);
  }
}

/** Typing is enough. */
function hideTheButton() {
  document.querySelectorAll('[data-without-script]').forEach((button) => (button.hidden = true));
}

const form = () => document.querySelector('form[data-drafts]');

function headers() {
  return { 'X-CSRF-TOKEN': document.querySelector('meta[name="csrf-token"]')?.content ?? '', 'HX-Request': 'true' };
}

/** Beside the button; said aloud only where it is no longer what it was. */
function status(words) {
  const line = document.querySelector('[data-kept]');
  if (line && line.textContent !== words) {
    line.setAttribute('role', 'status');
    line.textContent = words;
  }
}

function fill(of, name, values) {
  for (const box of of.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (box.type === 'radio' || box.type === 'checkbox') {
      box.checked = values.includes(box.value);
    } else {
      setTimeout(() => type(box, values[0] ?? ''), 50);
    }
  }
}
