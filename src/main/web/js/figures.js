import { el } from './dom.js';

/** Brings figures to life: a surface when it comes into sight, a flat one on request. Until then the server's drawing stands. */
export function figures(root) {
  for (const figure of root.querySelectorAll('figure[data-figure]:not([data-ready])')) {
    figure.dataset.ready = '';
    if (figure.dataset.answer) {
      live(figure);
    } else if (figure.dataset.figure === 'surface') {
      whenSeen(figure, async () => (await import('./surface.js')).enliven(figure, dataOf(figure)));
    } else if (dataOf(figure).axes.length > 0) {
      const tools = el('div', { class: 'figure-tools' });
      const button = el('button', { type: 'button', class: 'button quiet', click: open }, 'Explore this figure');
      tools.append(button);
      figure.querySelector('figcaption').before(tools);
      async function open() {
        button.disabled = true;
        await explore(figure);
        tools.remove();
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
