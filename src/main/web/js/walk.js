import { el, toolsOf } from './dom.js';

const PAUSE = 350;

/** Shows the path of a figure step by step, with the row of its table beside it. */
export function walkThrough(figure) {
  const pieces = [...figure.querySelectorAll('[data-step]')];
  const bench = figure.closest('[data-address]') ?? document;
  const rows = [...bench.querySelectorAll('tr[data-step]')];
  const last = rows.length - 1;
  if (last < 1) {
    return;
  }
  let step = last;
  let timer;
  const output = el('output', { 'aria-live': 'polite' });
  const button = (text, click) => el('button', { type: 'button', class: 'button', click }, text);
  const back = button('Back', () => to(step - 1));
  const on = button('Next', () => to(step + 1));
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const play = button('Play', () => (timer ? stop() : start()));
  const tools = toolsOf(figure, back, on, ...(still ? [] : [play]), output);
  tools.classList.add('walk');
  show(false);

  function start() {
    step = step === last ? 0 : step;
    play.textContent = 'Stop';
    show(false);
    timer = setInterval(() => {
      step += 1;
      show(false);
      if (step === last || !figure.isConnected) {
        stop();
      }
    }, PAUSE);
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
    play.textContent = 'Play';
    show(true);
  }

  function to(other) {
    if (timer) {
      stop();
    }
    step = Math.min(Math.max(other, 0), last);
    show(true);
  }

  function show(aloud) {
    pieces.forEach((piece) => piece.classList.toggle('later', Number(piece.dataset.step) > step));
    rows.forEach((row, i) => row.classList.toggle('now', i === step));
    back.disabled = step === 0;
    on.disabled = step === last;
    output.setAttribute('aria-live', aloud ? 'polite' : 'off');
    output.textContent = `Step ${step} of ${last}: ${rows[step].dataset.said}`;
  }
}
