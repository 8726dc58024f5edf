import JXG from 'jsxgraph';
import { colours } from './colours.js';
import { el, toolsOf } from './dom.js';

const SERIF = 'font-family: var(--serif)';
let count = 0;

/** A flat figure as a JSXGraph board: move about in it, come nearer, read off the coordinates of a point that moves by mouse, finger or arrow keys. */
export function enliven(figure, data) {
  const frame = figure.querySelector('.figure-frame');
  const [left, right, bottom, top] = data.window;
  const place = el('div', { class: 'figure-live jxgbox', id: `board-${++count}`, tabindex: '0', role: 'group', 'aria-label': 'Figure to explore. The arrow keys move the point.' });
  place.style.aspectRatio = frame.firstElementChild.getAttribute('viewBox').split(' ').slice(2).join(' / ');
  frame.append(place);
  frame.dataset.live = '';
  const output = el('output', { 'aria-live': 'polite' });
  toolsOf(figure, 'The point is at ', output);

  const board = JXG.JSXGraph.initBoard(place.id, {
    boundingbox: [left - (right - left) * 0.08, top + (top - bottom) * 0.06, right + (right - left) * 0.05, bottom - (top - bottom) * 0.08],
    axis: false,
    showCopyright: false,
    showNavigation: true,
    pan: { needShift: false, needTwoFingers: true },
    zoom: { needShift: true, wheel: true },
    keyboard: { enabled: true, dx: 10, dy: 10, panShift: true, panCtrl: false },
    title: '',
    description: '',
  });
  let drawn = draw(board, data);
  const point = board.create('point', startOf(data), { name: '', size: 5, strokeColor: colours().ink, fillColor: colours().blue, attractors: [], snapToGrid: false });
  const step = stepOf(right - left);
  const say = () => {
    const [x, y] = [point.X(), point.Y()].map((value) => round(value, step));
    output.textContent = `(${x}, ${y})`;
  };
  point.on('drag', say);
  point.on('keymove', say);
  board.on('down', (event) => {
    if (board.getAllUnderMouse(event).length === 0 || !board.getAllUnderMouse(event).includes(point)) {
      const [x, y] = board.getUsrCoordsOfMouse(event);
      point.moveTo([x, y]);
      say();
    }
  });
  output.textContent = `(${round(point.X(), step)}, ${round(point.Y(), step)})`;
  document.addEventListener('theme', () => {
    board.suspendUpdate();
    board.removeObject(drawn);
    drawn = draw(board, data);
    point.setAttribute({ strokeColor: colours().ink, fillColor: colours().blue });
    board.unsuspendUpdate();
  });
}

function startOf(data) {
  const dot = data.shapes.find((shape) => shape.kind === 'dot');
  const [left, right, bottom, top] = data.window;
  return dot ? dot.points[0] : [(left + right) / 2, (bottom + top) / 2];
}

/** The shapes with fixed data: nothing here is a text that would have to be evaluated. */
function draw(board, { axes, shapes, window: [left, right] }) {
  const c = colours();
  const fixed = { fixed: true, highlight: false, tabindex: null };
  const text = { display: 'internal', fontSize: 15, strokeColor: c.ink, cssStyle: `${SERIF}; font-style: italic`, highlight: false, fixed: true, tabindex: null };
  const ticks = { strokeColor: c.rule, minorTicks: 0, majorHeight: -1, label: { ...text, fontSize: 12, strokeColor: c.ink2, cssStyle: SERIF } };
  const axis = { strokeColor: c.ink2, highlight: false, ticks, withLabel: true, tabindex: null };
  const objects = [
    board.create('axis', [[0, 0], [1, 0]], { ...axis, name: axes[0], label: { ...text, position: 'rt', offset: [-12, 12] } }),
    board.create('axis', [[0, 0], [0, 1]], { ...axis, name: axes[1], label: { ...text, position: 'rt', offset: [12, -8] } }),
  ];
  for (const shape of shapes) {
    const xs = shape.points.map(([x]) => x);
    const ys = shape.points.map(([, y]) => y);
    if (shape.kind === 'line') {
      objects.push(board.create('curve', [xs, ys], { ...fixed, strokeColor: c.blue, strokeWidth: 1.75, strokeOpacity: shape.weight }));
    } else if (shape.kind === 'area') {
      objects.push(board.create('curve', [[...xs, xs[0]], [...ys, ys[0]]], { ...fixed, strokeColor: c.blue, strokeWidth: 1.25, fillColor: c.blue, fillOpacity: 0.14 }));
    } else if (shape.kind === 'arrow') {
      const colour = shape.thin ? c.blue : c.ink;
      objects.push(board.create('arrow', shape.points, { ...fixed, strokeColor: colour, strokeWidth: shape.thin ? 1.1 : 2.25, lastArrow: { type: 1, size: shape.thin ? 4 : 5 } }));
    } else if (shape.kind === 'path') {
      objects.push(board.create('curve', [xs, ys], { ...fixed, strokeColor: c.ink, strokeWidth: 1.4 }));
    } else if (shape.kind === 'dot') {
      objects.push(board.create('point', shape.points[0], { ...fixed, name: '', size: 3, strokeColor: c.paper, fillColor: c.ink }));
    }
    if (shape.label && shape.kind !== 'line' && shape.kind !== 'area') {
      const [start, end] = [shape.points[0], shape.points[shape.points.length - 1]];
      const [x, y] = shape.middle ? start.map((from, i) => (from + end[i]) / 2) : end;
      const aside = (right - left) / 60;
      objects.push(board.create('text', [x + aside, y + aside, shape.label], { ...text, anchorX: 'left', anchorY: 'bottom' }));
    }
  }
  return objects;
}

/** A hundredth of the width, as a power of ten. */
function stepOf(width) {
  return 10 ** Math.floor(Math.log10(width / 40));
}

function round(value, step) {
  const decimals = Math.max(0, -Math.log10(step));
  return (Math.round(value / step) * step).toFixed(decimals).replace(/^-0(\.0+)?$/, '0').replace('-', '−');
}
