/** On the map of skills, the lines of the entry under the pointer or with the focus stand out. */
export function mapLines() {
  for (const [event, on] of [
    ['pointerover', true],
    ['pointerout', false],
    ['focusin', true],
    ['focusout', false],
  ]) {
    document.addEventListener(event, ({ target }) => {
      const entry = target.closest?.('.map-node');
      if (entry) {
        light(entry, on);
      }
    });
  }
}

function light(entry, on) {
  const id = CSS.escape(entry.dataset.node);
  for (const line of entry.closest('.map').querySelectorAll(`path[data-from="${id}"], path[data-to="${id}"]`)) {
    line.toggleAttribute('data-lit', on);
  }
}
