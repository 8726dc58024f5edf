import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** All colours are those of the page, which reach into the shadow tree as variables. */
const look = EditorView.theme({
  '&': {
    border: '1px solid var(--rule-2)',
    borderRadius: 'var(--corner)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    fontSize: '0.875rem',
  },
  '&.cm-focused': { outline: '3px solid var(--blue)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', maxHeight: '46rem', minHeight: '20rem' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--paper-2)', color: 'var(--ink-2)', border: '0' },
  '.cm-activeLine': { backgroundColor: 'var(--blue-wash)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--blue) 25%, transparent)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--rule-2)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--blue)', color: 'var(--on-blue)' },
});
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--blue)' },
  { tag: tags.comment, color: 'var(--ink-2)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator], color: 'var(--ink-2)' },
]);

/**
 * Puts an editor in the place of the text area, which keeps its part in the form. It stands in a shadow tree: there its
 * style sheet is one of script, which the page's policy allows, and no style element.
 */
export function yamlEditor(area) {
  const host = document.createElement('div');
  area.before(host);
  const root = host.attachShadow({ mode: 'open' });
  const label = document.querySelector(`label[for="${area.id}"]`);
  const listeners = [];
  let quiet = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        yaml(),
        syntaxHighlighting(colours),
        autocompletion({ override: [completions(area.dataset)] }),
        // The tabulator goes on to the next part of the page, as everywhere.
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label?.textContent ?? 'Template', spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) {
            area.value = state.doc.toString();
            if (!quiet) {
              listeners.forEach((listener) => listener());
            }
          }
        }),
        look,
      ],
    }),
  });
  area.hidden = true;
  area.required = false;
  label?.addEventListener('click', () => view.focus());
  mark(view);
  document.addEventListener('nabla:tried', () => mark(view));
  return {
    value: () => view.state.doc.toString(),
    changed: (listener) => listeners.push(listener),
    /** Another text, as little of it exchanged as can be, so that the cursor stays. */
    set(value) {
      const now = view.state.doc.toString();
      let from = 0;
      while (from < now.length && from < value.length && now[from] === value[from]) {
        from++;
      }
      let end = 0;
      while (end < now.length - from && end < value.length - from && now.at(-1 - end) === value.at(-1 - end)) {
        end++;
      }
      if (now !== value) {
        quiet = true;
        view.dispatch({
          changes: { from, to: now.length - end, insert: value.slice(from, value.length - end) },
          annotations: Transaction.addToHistory.of(false),
        });
        quiet = false;
      }
    },
    /** What the form sends, without touching what is seen. */
    put(value) {
      area.value = value;
    },
  };
}

/** What may stand here: keys at the beginning of a line, kinds after kind, ways of drawing after a parameter, functions in formulas. */
function completions({ yaml: top, inner, kinds, draws, functions }) {
  const list = (words, type, end = '') => words.map((label) => ({ label, type, apply: label + end }));
  const keysAtMargin = list(top.split(' '), 'property', ': ');
  const keysWithin = list(inner.split(' '), 'property', ': ');
  const kindList = list(kinds.split(' '), 'enum');
  const drawList = list(draws.split('|'), 'keyword');
  const functionList = list(functions.split(' '), 'function', '(');
  return (context) => {
    const kind = context.matchBefore(/kind: *\w*$/);
    if (kind) {
      return { from: context.pos - kind.text.match(/\w*$/)[0].length, options: kindList };
    }
    const draw = context.matchBefore(/^\s+\w+: \w*$/);
    if (draw && sectionOf(context) === 'parameters') {
      return { from: context.pos - draw.text.length + draw.text.indexOf(':') + 2, options: drawList };
    }
    const key = context.matchBefore(/^[\s-]*\w*$/);
    if (key) {
      const indent = key.text.search(/\w|$/);
      return !context.explicit && !/\w$/.test(key.text)
        ? null
        : { from: key.from + indent, options: indent > 0 ? keysWithin : keysAtMargin };
    }
    const word = context.matchBefore(/[A-Za-z]{2,}$/);
    const formulas = ['define', 'require', 'verify', 'parameters', 'answer'].includes(sectionOf(context));
    return word && (formulas || context.explicit) ? { from: word.from, options: functionList } : null;
  };
}

/** The key of the first level under which the cursor stands. */
function sectionOf({ state, pos }) {
  for (let line = state.doc.lineAt(pos).number; line > 0; line--) {
    const key = state.doc.line(line).text.match(/^(\w+):/);
    if (key) {
      return key[1];
    }
  }
  return '';
}

/** The errors that the page lists, at their lines. */
function mark(view) {
  const diagnostics = [...document.querySelectorAll('#trial [data-line]')].map((error) => {
    const { doc } = view.state;
    const line = doc.line(Math.min(Math.max(1, Number(error.dataset.line)), doc.lines));
    const from = Math.min(line.from + Math.max(0, Number(error.dataset.column) - 1), line.to);
    return { from, to: line.to, severity: 'error', message: error.querySelector('span').textContent };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
