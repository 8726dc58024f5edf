import { el, icon, toolsOf } from './dom.js';

const STEP = 10;
const TURNS = [
  ['ArrowLeft', -1, 0, 'Turn left', 'M19 12H5M11 6l-6 6 6 6'],
  ['ArrowRight', 1, 0, 'Turn right', 'M5 12h14M13 6l6 6-6 6'],
  ['ArrowUp', 0, 1, 'Tilt up', 'M12 19V5M6 11l6-6 6 6'],
  ['ArrowDown', 0, -1, 'Tilt down', 'M12 5v14M6 13l6 6 6-6'],
];
const RESET = 'M4 12a8 8 0 1 0 2.6-5.9M4 4v4.6h4.6';

/** A figure in space that turns with mouse, finger, arrow keys and buttons. Drawn only when something changed, as the server drew it. */
export function enliven(figure, { scene }) {
  const frame = figure.querySelector('.figure-frame');
  const svg = frame.querySelector('svg');
  const [azimuth, elevation] = scene.view;
  const seen = { azimuth, elevation, zoom: 1 };
  let asked = 0;
  Object.entries({
    tabindex: '0',
    role: 'group',
    'aria-label': 'The figure in space. The arrow keys turn it, plus and minus change its size, Home brings back the first view.',
  }).forEach(([name, value]) => frame.setAttribute(name, value));
  frame.classList.add('turns');
  frame.addEventListener('keydown', onKey);
  svg.addEventListener('pointerdown', onDown);
  toolsOf(
    figure,
    ...TURNS.map(([, across, up, label, path]) =>
      el('button', { type: 'button', class: 'button', 'aria-label': label, title: label, click: () => turn(across * STEP, up * STEP) }, icon(path)),
    ),
    el('button', { type: 'button', class: 'button', 'aria-label': 'First view', title: 'First view', click: reset }, icon(RESET)),
  );

  function turn(across, up) {
    seen.azimuth = (((seen.azimuth - across + 180) % 360) + 360) % 360 - 180;
    seen.elevation = Math.min(Math.max(seen.elevation + up, -90), 90);
    draw();
  }

  function reset() {
    Object.assign(seen, { azimuth, elevation, zoom: 1 });
    draw();
  }

  function onKey(event) {
    const arrow = TURNS.find(([key]) => key === event.key);
    const zoom = { '+': 1.15, '=': 1.15, '-': 1 / 1.15 }[event.key];
    if (event.target !== frame || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (arrow) {
      turn(arrow[1] * STEP, arrow[2] * STEP);
    } else if (zoom) {
      seen.zoom = Math.min(Math.max(seen.zoom * zoom, 0.5), 5);
      draw();
    } else if (event.key === 'Home') {
      reset();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** A finger that moves up or down scrolls the page. */
  function onDown(event) {
    if (event.button > 0) {
      return;
    }
    let [x, y] = [event.clientX, event.clientY];
    svg.setPointerCapture(event.pointerId);
    const follow = (move) => {
      turn((move.clientX - x) / 2, move.pointerType === 'mouse' ? (move.clientY - y) / 2 : 0);
      [x, y] = [move.clientX, move.clientY];
    };
    svg.addEventListener('pointermove', follow);
    svg.addEventListener('lostpointercapture', () => svg.removeEventListener('pointermove', follow), { once: true });
  }

  /** Once a frame, however often it was asked for. */
  function draw() {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      svg.classList.toggle('near', seen.zoom > 1);
      svg.innerHTML = drawing(scene, seen);
    });
  }
}

const ACROSS = 36;
const DOWN = 30;
const SHADES = 8;
const LINE_NEARER = 80;
const CURVE_NEARER = 100;
const DOT_NEARER = 120;
const PIN_NEARER = 500;
const SHAFT = 8;
const SINGLE = ['sheet', 'dot', 'arrow tip'];
const FACES = ['tile', 'skin', 'sheet'];
const LINES = ['edge', 'axis', 'thread', 'drop', 'curve'];

/** The inside of the SVG, by the steps of org.nabla.web.figure.SceneSvg. */
function drawing(scene, { azimuth, elevation, zoom }) {
  const { paper, half, nodes, pieces } = scene;
  const view = viewFrom(azimuth, elevation);
  const [width, height] = paper;
  const scale = zoom * Math.min((width - 2 * ACROSS) / view.width(half), (height - 2 * DOWN) / view.height(half));
  const place = ([x, y, z]) => [width / 2 + scale * view.across(x, y), height / 2 - scale * view.up(x, y, z)];
  const at = (i) => [nodes[3 * i], nodes[3 * i + 1], nodes[3 * i + 2]];
  const placed = [];
  const nears = [];
  for (let i = 0; i < nodes.length / 3; i++) {
    placed.push(place(at(i)));
    nears.push(view.near(...at(i)));
  }
  const faces = FACES.some((kind) => pieces[kind]);
  const strokes = [];
  const add = (style, near, path) => strokes.push({ style, near: Math.round(near * 10) / 10, path });
  const path = (chain) => `M${chain.map((i) => pair(placed[i])).join(' ')}`;
  const mean = (chain) => chain.reduce((sum, i) => sum + nears[i] / chain.length, 0);

  const draw = {
    face(kind, chain) {
      add(kind === 'sheet' ? kind : `s${shade(chain.map(at), view)}${kind === 'skin' ? ' skin' : ''}`, mean(chain), `${path(chain)}Z`);
    },
    line(kind, chain) {
      const nearer = kind === 'curve' ? CURVE_NEARER : LINE_NEARER;
      if (!faces) {
        add(kind, mean(chain) + nearer, path(chain));
        return;
      }
      for (let i = 1; i < chain.length; i++) {
        const piece = [chain[i - 1], chain[i]];
        add(kind, mean(piece) + nearer, path(piece));
      }
    },
    arrow([start, tip]) {
      const [from, to] = [placed[start], placed[tip]];
      const length = distance(from, to);
      const head = Math.min(11, length * 0.6);
      if (length < 0.5) {
        return;
      }
      const shaft = 1 - head / length;
      const parts = faces ? SHAFT : 1;
      for (let i = 0; i < parts; i++) {
        const middle = (shaft * (i + 0.5)) / parts;
        const ends = [towards(from, to, (shaft * i) / parts), towards(from, to, (shaft * (i + 1)) / parts)];
        add('arrow', nears[start] + middle * (nears[tip] - nears[start]) + LINE_NEARER, `M${ends.map(pair).join(' ')}`);
      }
      add('arrow tip', nears[tip] + DOT_NEARER, tipOf(from, to, head));
    },
    pin(chain) {
      draw.small('pin', nears[chain[0]] + PIN_NEARER, chain);
    },
    thin(chain) {
      draw.small('thin tip', mean(chain) + LINE_NEARER, chain);
    },
    small(style, near, [start, tip]) {
      const [from, to] = [placed[start], placed[tip]];
      const length = distance(from, to);
      if (length >= 0.5) {
        const head = Math.min(6, length * 0.6);
        add(style, near, `M${pair(from)} ${pair(towards(from, to, 1 - head / length))}${tipOf(from, to, head)}`);
      }
    },
    head([start, tip]) {
      if (distance(placed[start], placed[tip]) >= 0.5) {
        add('head', nears[tip] + DOT_NEARER, tipOf(placed[start], placed[tip], 10));
      }
    },
    dot([node]) {
      const [x, y] = placed[node];
      add('dot', nears[node] + DOT_NEARER, `M${pair([x - 4.5, y])}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z`);
    },
  };
  for (const [kind, chains] of Object.entries(pieces)) {
    for (const chain of chains) {
      if (FACES.includes(kind)) {
        draw.face(kind, chain);
      } else if (LINES.includes(kind)) {
        draw.line(kind, chain);
      } else {
        draw[kind](chain);
      }
    }
  }
  strokes.sort((a, b) => a.near - b.near);
  const letters = [];
  let inside = frameOf(scene, view, place, letters);
  for (let i = 0; i < strokes.length; ) {
    const { style } = strokes[i];
    let d = '';
    do {
      d += strokes[i++].path;
    } while (i < strokes.length && strokes[i].style === style && !SINGLE.includes(style));
    inside += `<path class="${style}" d="${d}"></path>`;
  }
  return inside + labels(scene, placed, letters);
}

function viewFrom(azimuth, elevation) {
  const [cosA, sinA, cosE, sinE] = [azimuth, elevation].flatMap((angle) => [Math.cos((angle / 180) * Math.PI), Math.sin((angle / 180) * Math.PI)]);
  return {
    elevation,
    across: (x, y) => -sinA * x + cosA * y,
    up: (x, y, z) => -sinE * (cosA * x + sinA * y) + cosE * z,
    near: (x, y, z) => cosE * (cosA * x + sinA * y) + sinE * z,
    width: ([x, y]) => 2 * (Math.abs(sinA) * x + Math.abs(cosA) * y),
    height: ([x, y, z]) => 2 * (Math.abs(sinE) * (Math.abs(cosA) * x + Math.abs(sinA) * y) + Math.abs(cosE) * z),
  };
}

/** How far a face is turned to a light beside the reader, on the upper left. */
function shade(chain, view) {
  let [x, y, z] = [0, 0, 0];
  chain.forEach((a, i) => {
    const b = chain[(i + 1) % chain.length];
    x += (a[1] - b[1]) * (a[2] + b[2]);
    y += (a[2] - b[2]) * (a[0] + b[0]);
    z += (a[0] - b[0]) * (a[1] + b[1]);
  });
  const length = Math.sqrt(x * x + y * y + z * z);
  if (length === 0) {
    return SHADES / 2;
  }
  const near = view.near(x, y, z);
  const light = (-0.42 * view.across(x, y) + 0.55 * view.up(x, y, z)) * (near < 0 ? -1 : 1) + 0.72 * Math.abs(near);
  return Math.max(0, Math.min(SHADES - 1, Math.floor(((light / length - 0.1) / 0.9) * SHADES)));
}

const OUT = 13;
const LETTER = 30;
const CLOSE = 15;

/** The walls behind, the numbers along the edges in front, the letters of the axes. */
function frameOf({ half, ticks, letters }, view, place, standing) {
  const near = [view.near(1, 0, 0) >= 0 ? 1 : -1, view.near(0, 1, 0) >= 0 ? 1 : -1, view.elevation >= 0 ? 1 : -1];
  const [x, y, z] = near;
  const corner = (...signs) => signs.map((sign, i) => sign * half[i]);
  const line = (...corners) => `M${corners.map(place).map(pair).join(' ')}`;
  let walls = line(corner(-x, y, -z), corner(x, y, -z), corner(x, -y, -z), corner(-x, -y, -z), corner(-x, y, -z));
  walls += line(corner(-x, y, -z), corner(-x, y, z), corner(-x, -y, z), corner(x, -y, z), corner(x, -y, -z));
  walls += line(corner(-x, -y, -z), corner(-x, -y, z));
  const floor = -z * half[2];
  ticks[0].forEach(([at]) => (walls += line([at, -half[1], floor], [at, half[1], floor])));
  ticks[1].forEach(([at]) => (walls += line([-half[0], at, floor], [half[0], at, floor])));
  let out = `<path class="grid" d="${walls}"></path>`;

  const letter = (axis, at) => {
    out += written('axis', 'middle', at, letters[axis]);
    standing.push([at[0], at[1] - 4]);
  };
  const numbers = (axis, edge, dx, dy, anchor) => {
    let before = [-1000, -1000];
    for (const [at, text] of ticks[axis]) {
      const p = place(edge.map((value, i) => (i === axis ? at : value)));
      if (distance(p, before) >= CLOSE) {
        out += written('tick', anchor, [p[0] + dx, p[1] + dy], text);
        before = p;
      }
    }
  };
  const level = (axis, other) => {
    const aside = [0, 0, 0];
    aside[other] = near[other];
    const right = view.across(aside[0], aside[1]);
    const up = view.up(...aside) - 0.6 * z;
    const length = Math.hypot(right, up);
    const edge = [0, 0, floor];
    edge[other] = near[other] * half[other];
    const anchor = right / length > 0.5 ? 'start' : right / length < -0.5 ? 'end' : 'middle';
    numbers(axis, edge, (right / length) * OUT, 4 - (up / length) * OUT, anchor);
    const middle = place(edge);
    letter(axis, [middle[0] + (right / length) * LETTER, middle[1] + 4 - (up / length) * LETTER]);
  };
  level(0, 1);
  level(1, 0);
  let upright = [half[0], half[1], 0];
  for (const i of [-1, 1]) {
    for (const j of [-1, 1]) {
      if (view.across(i * half[0], j * half[1]) < view.across(upright[0], upright[1])) {
        upright = [i * half[0], j * half[1], 0];
      }
    }
  }
  numbers(2, upright, -7, 4, 'end');
  const top = place([upright[0], upright[1], half[2]]);
  letter(2, [top[0], top[1] - 9]);
  return out;
}

/** Labels are markup of the server: its letters, and tspan for raised and lowered ones. */
function labels({ pieces, labels: all, paper }, placed, letters) {
  const taken = [];
  const clear = ([x, y], radius) => taken.push([x - radius, y - radius, x + radius, y + radius]);
  letters.forEach((at) => clear(at, 8));
  (pieces.dot ?? []).forEach(([node]) => clear(placed[node], 5));
  for (const [start, tip] of pieces.arrow ?? []) {
    for (let tenth = 1; tenth < 10; tenth++) {
      clear(towards(placed[start], placed[tip], tenth / 10), 3);
    }
  }
  return all
    .map(([node, markup, letters]) => {
      const [x, y] = placed[node];
      const spots = [
        [x + 9, y - 9, 'start'],
        [x - 9, y - 9, 'end'],
        [x + 9, y + 18, 'start'],
        [x - 9, y + 18, 'end'],
        [x, y - 12, 'middle'],
        [x, y + 22, 'middle'],
      ];
      const width = 7.8 * Math.max(1, letters);
      const box = ([left, base, anchor]) => {
        const from = left - { start: 0, middle: width / 2, end: width }[anchor];
        return [from, base - 11.25, from + width, base + 3];
      };
      const covered = (spot) => {
        const [left, up, right, down] = box(spot);
        const off = (right - left) * (down - up) - shared(box(spot), [0, 0, ...paper]);
        return 4 * off + taken.reduce((sum, other) => sum + shared(box(spot), other), 0);
      };
      const best = spots.reduce((a, b) => (covered(b) < covered(a) - 1e-9 ? b : a));
      taken.push(box(best));
      return written('label', best[2], best, markup);
    })
    .join('');
}

function shared(a, b) {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return across > 0 && down > 0 ? across * down : 0;
}

function written(style, anchor, [x, y], markup) {
  return `<text class="${style}" text-anchor="${anchor}" x="${tenth(x)}" y="${tenth(y)}">${markup}</text>`;
}

function tipOf(from, to, head) {
  const length = distance(from, to);
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [nx, ny] = [to[0] - head * ux, to[1] - head * uy];
  return `M${[to, [nx - 0.42 * head * uy, ny + 0.42 * head * ux], [nx + 0.42 * head * uy, ny - 0.42 * head * ux]].map(pair).join(' ')}Z`;
}

function distance([x, y], [u, v]) {
  return Math.hypot(u - x, v - y);
}

function towards([x, y], [u, v], part) {
  return [x + part * (u - x), y + part * (v - y)];
}

function pair([x, y]) {
  return `${tenth(x)} ${tenth(y)}`;
}

function tenth(value) {
  return Math.round(value * 10) / 10;
}
