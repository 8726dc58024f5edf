import { el, icon } from './dom.js';

/** Brings figures to life: one in space when it comes into sight, a flat one on request. Until then the server's drawing stands. */
export function figures(root) {
  for (const figure of root.querySelectorAll('figure[data-figure]:not([data-ready])')) {
    figure.dataset.ready = '';
    if (figure.dataset.answer) {
      live(figure);
    } else if (figure.dataset.figure === 'space') {
      whenSeen(figure, async () => (await import('./space.js')).enliven(figure, dataOf(figure)));
    } else if (dataOf(figure).axes.length > 0) {
      // In the corner of the paper, so that nothing moves when it comes.
      const button = el(
        'button',
        { type: 'button', class: 'explore', title: 'Explore this figure', click: open },
        icon('M9 3H3v6M15 3h6v6M9 21H3v-6M15 21h6v-6'),
        el('span', { class: 'visually-hidden' }, 'Explore this figure'),
      );
      figure.querySelector('.figure-frame').append(button);
      async function open() {
        button.disabled = true;
        await explore(figure);
        button.remove();
        figure.querySelector('.figure-live')?.focus();
      }
    }
  }
}

/** At once: it is a box to be filled in. */
async function live(figure) {
  const data = dataOf(figure);
  if (data.shapes.some((shape) => shape.kind === 'path')) {
    const { walkThrough } = await import('./walk.js');
    walkThrough(figure);
  }
  const { placeIn } = await import('./place.js');
  placeIn(figure, data);
}

async function explore(figure) {
  const { enliven } = await import('./flat.js');
  enliven(figure, dataOf(figure));
}

function dataOf(figure) {
  return JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
}

function whenSeen(figure, action) {
  if (navigator.connection?.saveData) {
    return;
  }
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watch.disconnect();
      action();
    }
  });
  watch.observe(figure);
}
