import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Keys below the first level; those of the first come with the page. */
const INNER = ['kind', 'value', 'feedback', 'when', 'label', 'options', 'window', 'contour', 'curve', 'surface', 'field',
  'region', 'point', 'arrow', 'is', 'alt'];
const DRAWS = ['integer 1..5', 'integer -4..4 except 0', 'fraction 1..5 / 2..4', 'sign', 'one of [ ]', 'one of words [ ]',
  'permutation of [ ]', 'distinct 2 integer 1..9', 'point integer -3..3', 'vector 3 integer -3..3',
  'matrix 2x2 integer -3..3'];

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
        autocompletion({ override: [keys(area.dataset.yaml.split(' '))] }),
        // The tabulator goes on to the next part of the page, as everywhere.
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label?.textContent ?? 'Template', spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) {
            area.value = state.doc.toString();
            area.dispatchEvent(new Event('input', { bubbles: true }));
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
  document.addEventListener('htmx:after:swap', () => mark(view));
}

function keys(top) {
  return (context) => {
    const draw = context.matchBefore(/^\s+\w+: \w*$/);
    if (draw) {
      const from = context.pos - draw.text.length + draw.text.indexOf(':') + 2;
      return { from, options: DRAWS.map((text) => ({ label: text, type: 'keyword' })) };
    }
    const word = context.matchBefore(/^[\s-]*\w*$/);
    if (!word || (!context.explicit && !/\w$/.test(word.text))) {
      return null;
    }
    const indent = word.text.search(/\w|$/);
    const options = (indent > 0 ? INNER : top).map((key) => ({ label: key, type: 'property', apply: `${key}: ` }));
    return { from: word.from + indent, options };
  };
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
