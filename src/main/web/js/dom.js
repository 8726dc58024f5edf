/** An element with attributes and children; an attribute that is a function listens to that event. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

/** What stands below a figure: in the room that the page keeps for it, or before its words. */
export function toolsOf(figure, ...children) {
  const room = figure.querySelector('.figure-tools:empty');
  const tools = room ?? el('div', { class: 'figure-tools' });
  if (!room) {
    figure.querySelector('figcaption').before(tools);
  }
  tools.append(...children);
  return tools;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of the same hand as those of the pages. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { class: 'icon', viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2.2' };
  Object.entries({ ...attributes, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' }).forEach(
    ([name, value]) => svg.setAttribute(name, value),
  );
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Writes into a text box as if it had been typed. */
export function type(box, text) {
  if (box.value !== text) {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
