import { el, icon } from './dom.js';
import { gridOf } from './grid.js';

const SIGMA = 'M17 5H7l6 7-6 7h10';
const BRACKETS = 'M7 4H4v16h3M17 4h3v16h-3M9.5 9h.1M14.5 9h.1M9.5 15h.1M14.5 15h.1';

/** For each box by its id: the helpers that stand beside and below it. They outlive the exchange of the form by htmx. */
const helpers = new Map();

/** Gives the answer boxes their helpers: a formula editor, and a grid of boxes for vectors and matrices. */
export function boxes(root) {
  for (const box of root.querySelectorAll('input[data-editor]')) {
    const mine = helpers.get(box.id) ?? create(box.id, box.dataset);
    helpers.set(box.id, mine);
    const frame = box.closest('.box');
    if (!frame.contains(mine.buttons[0])) {
      frame.append(...mine.buttons);
      mine.panels.forEach((panel) => frame.after(panel));
    }
  }
}

function create(id, { rows, columns }) {
  const mine = { buttons: [], panels: [] };
  if (rows && columns) {
    add(mine, id, 'grid', BRACKETS, 'Fill in the entries one by one', (panel) => gridOf(panel, id, Number(rows), Number(columns)));
  }
  add(mine, id, 'formula', SIGMA, 'Formula editor', async (panel) => {
    panel.textContent = 'Loading the formula editor …';
    const { editorOf } = await import('./editor.js');
    panel.textContent = '';
    return editorOf(panel, id);
  });
  return mine;
}

/** A button and the panel that it opens; what is in the panel is made when it is first opened. */
function add(mine, id, name, path, label, fill) {
  const panel = el('div', { id: `${id}-${name}`, class: 'panel', hidden: '', role: 'group', 'aria-label': label });
  const button = el(
    'button',
    { type: 'button', class: 'button', 'aria-label': label, title: label, 'aria-expanded': 'false', 'aria-controls': panel.id, click: toggle },
    icon(path),
  );
  let content;
  async function toggle() {
    const opens = panel.hidden;
    mine.panels.forEach((other) => (other.hidden = true));
    mine.buttons.forEach((other) => other.setAttribute('aria-expanded', 'false'));
    panel.hidden = !opens;
    button.setAttribute('aria-expanded', String(opens));
    if (opens) {
      content ??= fill(panel);
      (await content).open();
    }
  }
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      toggle();
      document.getElementById(id).focus();
    }
  });
  mine.buttons.push(button);
  mine.panels.push(panel);
}
