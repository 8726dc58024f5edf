import { el, type } from './dom.js';

/** Boxes for the entries of a vector or a matrix, which write it into the text box. Arrow keys go from one to the next. */
export function gridOf(panel, id, rows, columns) {
  const box = () => document.getElementById(id);
  const cells = Array.from({ length: rows * columns }, (_, i) =>
    el('input', {
      'aria-label': rows === 1 ? `Entry ${i + 1}` : `Row ${Math.floor(i / columns) + 1}, column ${(i % columns) + 1}`,
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      input: () => type(box(), written(cells.map((cell) => cell.value.trim()), rows, columns)),
      keydown: (event) => move(event, i),
    }),
  );
  const grid = el('div', { class: 'grid-editor' }, ...cells);
  grid.style.gridTemplateColumns = `repeat(${columns}, auto)`;
  panel.append(grid);

  function move(event, i) {
    const cell = cells[i];
    const collapsed = cell.selectionStart === cell.selectionEnd;
    const atStart = collapsed && cell.selectionStart === 0;
    const atEnd = collapsed && cell.selectionEnd === cell.value.length;
    const next = {
      ArrowLeft: atStart && i % columns > 0 && i - 1,
      ArrowRight: atEnd && i % columns < columns - 1 && i + 1,
      ArrowUp: i >= columns && i - columns,
      ArrowDown: i + columns < cells.length && i + columns,
    }[event.key];
    if (typeof next === 'number') {
      event.preventDefault();
      cells[next].focus();
      cells[next].select();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      box().form.requestSubmit();
    }
  }

  return {
    open() {
      const entries = entriesOf(box().value);
      if (entries.length === cells.length) {
        cells.forEach((cell, i) => (cell.value = entries[i]));
      }
      cells[0].focus();
    },
  };
}

/** (a, b) for a vector, [[a, b], [c, d]] for a matrix; nothing while all boxes are empty. */
function written(values, rows, columns) {
  if (values.every((value) => value === '')) {
    return '';
  }
  if (rows === 1 || columns === 1) {
    return `(${values.join(', ')})`;
  }
  const lines = Array.from({ length: rows }, (_, row) => `[${values.slice(row * columns, (row + 1) * columns).join(', ')}]`);
  return `[${lines.join(', ')}]`;
}

/** The entries of what is typed: its commas that are not inside a bracket of an entry. */
function entriesOf(text) {
  const inner = text.trim().replace(/^[([<⟨]|[)\]>⟩]$/g, '');
  const parts = split(inner);
  const isMatrix = parts.length > 0 && parts.every((part) => /^[[(].*[\])]$/.test(part));
  return isMatrix ? parts.flatMap((part) => split(part.slice(1, -1))) : parts;
}

function split(text) {
  const parts = [''];
  // Between digits a comma is a decimal one where entries are parted in another way.
  const decimal = /;|, /.test(text);
  let depth = 0;
  for (const [i, character] of [...text].entries()) {
    depth += '([{'.includes(character) ? 1 : ')]}'.includes(character) ? -1 : 0;
    const within = decimal && /^\d,\d$/.test([...text].slice(i - 1, i + 2).join(''));
    if (depth === 0 && (character === ';' || (character === ',' && !within))) {
      parts.push('');
    } else {
      parts[parts.length - 1] += character;
    }
  }
  return parts.map((part) => part.trim());
}
