import {
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  Color,
  DirectionalLight,
  DoubleSide,
  LineBasicMaterial,
  LineLoop,
  LineSegments,
  Mesh,
  MeshLambertMaterial,
  OrthographicCamera,
  Scene,
  Spherical,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { colours } from './colours.js';
import { el, icon, toolsOf } from './dom.js';

const HEIGHT = 0.62;
const ANGLE = Math.PI / 18;
const HALF = 0.72;
const TURNS = [
  ['ArrowLeft', -1, 0, 'Turn left', 'M19 12H5M11 6l-6 6 6 6'],
  ['ArrowRight', 1, 0, 'Turn right', 'M5 12h14M13 6l6 6-6 6'],
  ['ArrowUp', 0, -1, 'Tilt up', 'M12 19V5M6 11l6-6 6 6'],
  ['ArrowDown', 0, 1, 'Tilt down', 'M12 5v14M6 13l6 6 6-6'],
];

/** A surface in space, shaded, that turns with mouse, finger, arrow keys and buttons. Drawn only when something changed. */
export function enliven(figure, { surface }) {
  const frame = figure.querySelector('.figure-frame');
  let renderer;
  try {
    renderer = new WebGLRenderer({ antialias: true, alpha: true });
  } catch {
    return; // no WebGL: the server's drawing stands
  }
  const place = el('div', {
    class: 'figure-live',
    tabindex: '0',
    role: 'group',
    'aria-label': 'The surface in space. The arrow keys turn it, plus and minus change its size.',
    keydown: onKey,
  });
  place.style.aspectRatio = '350 / 278';
  place.append(renderer.domElement);
  frame.append(place);
  frame.dataset.live = '';

  const scene = new Scene();
  const camera = new OrthographicCamera(-HALF, HALF, HALF, -HALF, -5, 10);
  camera.up.set(0, 0, 1);
  camera.position.set(-1.35, -1.6, 0.98);
  const light = new DirectionalLight(0xffffff, 2);
  light.position.set(-0.9, -0.5, 1.6);
  scene.add(new AmbientLight(0xffffff, 1.5), light);
  let content = [];

  const controls = new OrbitControls(camera, renderer.domElement);
  controls.enablePan = false;
  controls.enableZoom = false; // the wheel belongs to the page
  controls.addEventListener('change', render);
  renderer.domElement.style.touchAction = 'pan-y';

  toolsOf(
    figure,
      ...TURNS.map(([, across, up, label, path]) =>
        el('button', { type: 'button', class: 'button', 'aria-label': label, title: label, click: () => turn(across, up) }, icon(path)),
      ),
  );
  new ResizeObserver(resize).observe(place);
  document.addEventListener('theme', paint);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  paint();

  function paint() {
    scene.remove(...content);
    content.forEach((object) => object.geometry.dispose());
    content = objects(surface, colours());
    scene.add(...content);
    render();
  }

  function resize() {
    const { clientWidth: width, clientHeight: height } = place;
    if (width > 0) {
      renderer.setPixelRatio(Math.min(window.devicePixelRatio, 2));
      renderer.setSize(width, height, false);
      renderer.domElement.style.cssText += 'inline-size: 100%; block-size: 100%;';
      const across = (HALF * width) / height;
      Object.assign(camera, { left: -across, right: across });
      camera.updateProjectionMatrix();
      render();
    }
  }

  function render() {
    renderer.render(scene, camera);
  }

  function turn(across, up) {
    const about = new Spherical().setFromCartesianCoords(camera.position.x, camera.position.z, -camera.position.y);
    about.theta += across * ANGLE;
    about.phi = Math.min(Math.max(about.phi + up * ANGLE, 0.05), Math.PI - 0.05);
    const { radius, phi, theta } = about;
    camera.position.set(radius * Math.sin(phi) * Math.sin(theta), -radius * Math.sin(phi) * Math.cos(theta), radius * Math.cos(phi));
    controls.update();
    render();
  }

  function onKey(event) {
    const arrow = TURNS.find(([key]) => key === event.key);
    const zoom = { '+': 1.15, '=': 1.15, '-': 1 / 1.15 }[event.key];
    if (arrow && event.target === place) {
      event.preventDefault();
      turn(arrow[1], arrow[2]);
    } else if (zoom) {
      camera.zoom = Math.min(Math.max(camera.zoom * zoom, 0.5), 5);
      camera.updateProjectionMatrix();
      render();
    }
  }
}

function objects({ columns, rows, values }, c) {
  const finite = values.filter((value) => typeof value === 'number');
  const low = Math.min(...finite);
  const high = Math.max(...finite, low + 1e-9);
  const at = (i) => (typeof values[i] === 'number' ? (values[i] - low) / (high - low) : NaN);
  const place = (i) => [(i % columns) / (columns - 1) - 0.5, Math.floor(i / columns) / (rows - 1) - 0.5, ((Number.isNaN(at(i)) ? 0.5 : at(i)) - 0.5) * HEIGHT];

  const positions = new Float32Array(values.flatMap((_, i) => place(i)));
  const ramp = [c.shades[3], c.shades[4], c.shades[6], c.shades[7]].map((shade) => new Color(shade));
  const tints = new Float32Array(values.flatMap((_, i) => tint(ramp, at(i))));
  const triangles = [];
  const threads = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column;
      const right = column + 1 < columns;
      const up = row + 1 < rows;
      if (right && up && [i, i + 1, i + columns, i + columns + 1].every((j) => !Number.isNaN(at(j)))) {
        triangles.push(i, i + 1, i + columns + 1, i, i + columns + 1, i + columns);
      }
      if (right && row % 4 === 0 && !Number.isNaN(at(i) + at(i + 1))) {
        threads.push(i, i + 1);
      }
      if (up && column % 4 === 0 && !Number.isNaN(at(i) + at(i + columns))) {
        threads.push(i, i + columns);
      }
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('color', new BufferAttribute(tints, 3));
  geometry.setIndex(triangles);
  geometry.computeVertexNormals();
  const skin = new Mesh(
    geometry,
    new MeshLambertMaterial({ vertexColors: true, side: DoubleSide, polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 }),
  );

  const net = new BufferGeometry();
  net.setAttribute('position', new BufferAttribute(positions, 3));
  net.setIndex(threads);
  const lines = new LineSegments(net, new LineBasicMaterial({ color: new Color(c.shades[0]), transparent: true, opacity: 0.35 }));

  const floor = new BufferGeometry();
  const z = -HEIGHT / 2;
  floor.setAttribute('position', new BufferAttribute(new Float32Array([-0.5, -0.5, z, 0.5, -0.5, z, 0.5, 0.5, z, -0.5, 0.5, z]), 3));
  return [skin, lines, new LineLoop(floor, new LineBasicMaterial({ color: new Color(c.ink2) }))];
}

/** Between the shades by height. */
function tint(ramp, height) {
  const place = (Number.isNaN(height) ? 0.5 : height) * (ramp.length - 1);
  const below = Math.min(Math.floor(place), ramp.length - 2);
  return ramp[below].clone().lerp(ramp[below + 1], place - below).toArray();
}
