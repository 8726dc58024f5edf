import { el, icon } from './dom.js';

const MOVES = [
  ['ArrowLeft', -1, 0, 'Move left', 'M19 12H5M11 6l-6 6 6 6'],
  ['ArrowRight', 1, 0, 'Move right', 'M5 12h14M13 6l6 6-6 6'],
  ['ArrowUp', 0, 1, 'Move up', 'M12 19V5M6 11l6-6 6 6'],
  ['ArrowDown', 0, -1, 'Move down', 'M12 5v14M6 13l6 6 6-6'],
];

/** Figures that move: the server drew all their stops, the script looks them up. */
export function moving(root) {
  for (const figure of root.querySelectorAll('.moving:not([data-ready])')) {
    figure.dataset.ready = '';
    const watch = new IntersectionObserver(async (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        watch.disconnect();
        const answer = await fetch(figure.dataset.move);
        if (answer.ok) {
          enliven(figure, await answer.json());
        }
      }
    });
    watch.observe(figure);
  }
}

function enliven(figure, data) {
  const control = figure.querySelector('.control');
  const picture = figure.querySelector('.figure-frame');
  const reads = figure.querySelector('.reads');
  const said = figure.querySelector('[data-said]');
  let now = Number(figure.dataset.first);
  const show = (stop) => {
    if (stop === now) {
      return;
    }
    now = stop;
    const [middle, sentence, plain] = data.frames[stop];
    const drawing = new DOMParser().parseFromString(data.head + middle + data.tail, 'text/html').querySelector('svg');
    picture.querySelector('svg').replaceWith(drawing);
    reads.innerHTML = sentence;
    said.textContent = plain;
    document.dispatchEvent(new Event('nabla:added'));
  };
  control.hidden = false;
  if ('drag' in figure.dataset) {
    drag(figure, control, picture, data, show);
  } else {
    const range = control.querySelector('input');
    range.setAttribute('aria-valuetext', data.frames[now][2]);
    range.addEventListener('input', () => {
      show(Number(range.value));
      range.setAttribute('aria-valuetext', data.frames[now][2]);
    });
    show(Number(range.value)); // where the browser kept it over a reload
  }
}

function drag(figure, control, picture, { window: [left, right, bottom, top], plot, frames }, show) {
  const count = Number(figure.dataset.stops);
  const [from, to] = [Number(figure.dataset.from), Number(figure.dataset.to)];
  const step = (to - from) / (count - 1);
  const first = Number(figure.dataset.first);
  let at = [first % count, Math.floor(first / count)];
  const grip = el('button', { type: 'button', class: 'grip', 'aria-labelledby': 'lesson-control', keydown: onKey });
  picture.append(grip);
  control.append(
    el(
      'div',
      { class: 'figure-tools' },
      ...MOVES.map(([, dx, dy, label, path]) =>
        el('button', { type: 'button', class: 'button', 'aria-label': label, title: label, click: () => move(dx, dy) }, icon(path)),
      ),
    ),
  );
  picture.style.touchAction = 'manipulation';
  grip.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    grip.focus({ preventScroll: true });
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener('pointermove', follow);
    grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', follow), { once: true });
  });
  place();

  function size() {
    const [, , width, height] = picture.querySelector('svg').getAttribute('viewBox').split(' ').map(Number);
    return [width, height];
  }

  function follow(event) {
    const area = picture.querySelector('svg').getBoundingClientRect();
    const [width, height] = size();
    const x = left + (((((event.clientX - area.left) / area.width) * width - plot[0]) / plot[2]) * (right - left));
    const y = top - (((((event.clientY - area.top) / area.height) * height - plot[1]) / plot[3]) * (top - bottom));
    put(Math.round((x - from) / step), Math.round((y - from) / step));
  }

  function onKey(event) {
    const found = MOVES.find(([key]) => key === event.key);
    if (found) {
      event.preventDefault();
      move(found[1], found[2]);
    }
  }

  function move(dx, dy) {
    put(at[0] + dx, at[1] + dy);
  }

  function put(x, y) {
    at = [x, y].map((i) => Math.min(Math.max(i, 0), count - 1));
    show(Math.min(at[1] * count + at[0], frames.length - 1));
    place();
  }

  function place() {
    const [width, height] = size();
    const [x, y] = at.map((i) => from + i * step);
    grip.style.insetInlineStart = `${((plot[0] + ((x - left) / (right - left)) * plot[2]) / width) * 100}%`;
    grip.style.insetBlockStart = `${((plot[1] + ((top - y) / (top - bottom)) * plot[3]) / height) * 100}%`;
  }
}

/** Tells the server what was unfolded or folded by hand, so that it stays so; Escape folds. */
export function folds() {
  document.addEventListener(
    'toggle',
    ({ target }) => {
      const skill = target.dataset?.lesson;
      if (skill && target.dataset.touched) {
        const body = new URLSearchParams({ open: target.open ? 'yes' : 'no', via: target.dataset.via ?? 'practice' });
        const token = document.querySelector('meta[name="csrf-token"]')?.content ?? '';
        fetch(`/skills/${skill}/lesson/fold`, { method: 'POST', body, headers: { 'X-CSRF-TOKEN': token } });
      }
    },
    true,
  );
  document.addEventListener('click', ({ target }) => {
    const summary = target.closest?.('summary');
    if (summary?.parentElement.dataset.lesson) {
      summary.parentElement.dataset.touched = 'yes';
    }
  });
  document.addEventListener('keydown', (event) => {
    const open = event.target.closest?.('details[data-lesson][open]');
    if (event.key === 'Escape' && open) {
      open.dataset.touched = 'yes';
      open.open = false;
      open.querySelector('summary').focus();
    }
  });
}
