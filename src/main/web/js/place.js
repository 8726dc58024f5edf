import { el, icon, toolsOf, type } from './dom.js';

const MOVES = [
  ['ArrowLeft', -1, 0, 'Move left', 'M19 12H5M11 6l-6 6 6 6'],
  ['ArrowRight', 1, 0, 'Move right', 'M5 12h14M13 6l6 6-6 6'],
  ['ArrowUp', 0, 1, 'Move up', 'M12 19V5M6 11l6-6 6 6'],
  ['ArrowDown', 0, -1, 'Move down', 'M12 5v14M6 13l6 6 6-6'],
];
const NUMBER = '([-−+]?\\d*\\.?\\d+(?:\\s*/\\s*\\d+)?)';
const PAIR = new RegExp(`^\\s*[(<⟨\\[]?\\s*${NUMBER}\\s*[,;]\\s*${NUMBER}\\s*[)>⟩\\]]?\\s*$`);
const SVG = 'http://www.w3.org/2000/svg';

/** The box whose handle had the focus, in case the figure is exchanged under it. */
let held = '';

/** A figure as an answer box: a point or the tip of an arrow is placed by mouse, finger, arrow keys or buttons, and written into the text box. */
export function placeIn(figure, data) {
  if (data.answer.kind === 'region') {
    chooseRegion(figure, data.answer.box);
  } else {
    handle(figure, data);
  }
}

function handle(figure, { window: [left, right, bottom, top], answer }) {
  const { kind, box: id, step, from = [0, 0], plot } = answer;
  const [plotX, plotY, plotWidth, plotHeight] = plot;
  const arrow = kind === 'arrow';
  const box = () => document.getElementById(id);
  const frame = figure.querySelector('.figure-frame');
  const svg = frame.querySelector('svg');
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('class', 'placed');
  svg.firstElementChild.append(line);
  const output = el('output', { 'aria-live': 'polite' });
  const grip = el('button', {
    type: 'button',
    class: 'grip',
    'aria-label': arrow ? 'Tip of the arrow: the arrow keys move it' : 'The point: the arrow keys move it',
    keydown: onKey,
    focus: () => (held = id),
    // Left, not taken away with its figure: then the next one takes the focus.
    blur: () => setTimeout(() => (held = held === id && grip.isConnected ? '' : held)),
  });
  frame.append(grip);
  toolsOf(
    figure,
    ...MOVES.map(([, dx, dy, label, path]) =>
      el('button', { type: 'button', class: 'button', 'aria-label': label, title: label, click: () => move(dx, dy, true) }, icon(path)),
    ),
    output,
  );

  let at = typed() ?? (arrow ? from : [snap((left + right) / 2), snap((bottom + top) / 2)]);
  let timer;
  frame.addEventListener('pointerdown', onDown);
  document.addEventListener('input', listen);
  draw(typed() !== null);
  if (held === id && document.activeElement === document.body) {
    grip.focus({ preventScroll: true });
  }

  function listen(event) {
    if (!figure.isConnected) {
      document.removeEventListener('input', listen);
    } else if (event.target.id === id && typed()) {
      at = typed();
      draw(true);
    }
  }

  /** The place that stands in the text box, as far as it is two plain numbers. */
  function typed() {
    const found = PAIR.exec(box()?.value ?? '');
    const [x, y] = found ? [value(found[1]), value(found[2])] : [NaN, NaN];
    return Number.isFinite(x + y) ? (arrow ? [from[0] + x, from[1] + y] : [x, y]) : null;
  }

  function onDown(event) {
    if (event.button > 0 || event.target.closest('a')) {
      return;
    }
    const onGrip = event.target === grip;
    if (!onGrip && event.pointerType !== 'mouse') {
      // A finger that only scrolls places nothing: wait until it is lifted where it was put.
      const lift = (up) => {
        frame.removeEventListener('pointerup', lift);
        if (Math.hypot(up.clientX - event.clientX, up.clientY - event.clientY) < 8) {
          follow(up);
          settle();
        }
      };
      frame.addEventListener('pointerup', lift);
      return;
    }
    event.preventDefault();
    grip.focus({ preventScroll: true });
    grip.setPointerCapture(event.pointerId);
    if (!onGrip) {
      follow(event);
    }
    grip.addEventListener('pointermove', follow);
    grip.addEventListener(
      'lostpointercapture',
      () => {
        grip.removeEventListener('pointermove', follow);
        put(at); // also where it was only touched: now it is meant
        settle();
      },
      { once: true },
    );
  }

  function follow(event) {
    const area = svg.getBoundingClientRect();
    const across = (((event.clientX - area.left) / area.width) * width - plotX) / plotWidth;
    const down = (((event.clientY - area.top) / area.height) * height - plotY) / plotHeight;
    put([left + across * (right - left), top - down * (top - bottom)]);
  }

  function onKey(event) {
    const arrowKey = MOVES.find(([key]) => key === event.key);
    if (arrowKey) {
      event.preventDefault();
      move(arrowKey[1] * (event.shiftKey ? 5 : 1), arrowKey[2] * (event.shiftKey ? 5 : 1), false);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      box()?.form?.requestSubmit();
    }
  }

  function move(dx, dy, byButton) {
    put([at[0] + dx * step, at[1] + dy * step]);
    clearTimeout(timer);
    timer = setTimeout(settle, byButton ? 600 : 400);
  }

  function put([x, y]) {
    at = [snap(Math.min(Math.max(x, left), right)), snap(Math.min(Math.max(y, bottom), top))];
    const written = arrow ? [at[0] - from[0], at[1] - from[1]] : at;
    type(box(), `(${written.map(plain).join(', ')})`);
    draw(true);
  }

  /** What is placed is now meant. */
  function settle() {
    box()?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function draw(set) {
    const place = ([x, y]) => [((x - left) / (right - left)) * plotWidth, ((top - y) / (top - bottom)) * plotHeight];
    const [x, y] = place(at);
    grip.style.insetInlineStart = `${((plotX + x) / width) * 100}%`;
    grip.style.insetBlockStart = `${((plotY + y) / height) * 100}%`;
    grip.classList.toggle('unset', !set);
    if (arrow) {
      line.setAttribute('d', arrowPath(place(from), [x, y]));
      output.textContent = set ? `(${at.map((c, i) => plain(c - from[i])).join(', ')})`.replaceAll('-', '−') : 'not drawn yet';
    } else {
      output.textContent = set ? `(${at.map(plain).join(', ')})`.replaceAll('-', '−') : 'not placed yet';
    }
  }

  function snap(number) {
    return Number((Math.round(number / step) * step).toFixed(6));
  }

  function plain(number) {
    return String(Number(number.toFixed(4)));
  }
}

function arrowPath([x0, y0], [x1, y1]) {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length < 1) {
    return '';
  }
  const head = Math.min(12, length * 0.6);
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const [nx, ny] = [x1 - head * ux, y1 - head * uy];
  const wing = (side) => `${nx - side * 0.42 * head * uy} ${ny + side * 0.42 * head * ux}`;
  return `M${x0} ${y0}L${nx} ${ny}M${wing(1)}L${x1} ${y1}L${wing(-1)}Z`;
}

function value(text) {
  const [above, below = 1] = text.replace('−', '-').split('/').map(Number);
  return above / below;
}

/** Regions of a figure choose the option of the same name; the options themselves stay where they are. */
function chooseRegion(figure, name) {
  const options = () => [...document.querySelectorAll(`input[name="${CSS.escape(name)}"]`)];
  const regions = [...figure.querySelectorAll('[data-option]')];
  const show = () => {
    const chosen = options().find((option) => option.checked)?.value;
    regions.forEach((region) => region.classList.toggle('chosen', region.dataset.option === chosen));
  };
  for (const region of regions) {
    region.addEventListener('click', () => {
      const option = options().find(({ value: text }) => text === region.dataset.option);
      if (option) {
        option.checked = true;
        option.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
  }
  document.addEventListener('change', ({ target }) => target.name === name && show());
  show();
}
