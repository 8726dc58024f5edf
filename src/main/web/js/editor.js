import { MathfieldElement } from 'mathlive';
import { el, type } from './dom.js';

// KaTeX's fonts are MathLive's, and the page has them already.
MathfieldElement.fontsDirectory = null;
MathfieldElement.soundsDirectory = null;

const key = (latex, label = latex, extra = {}) => ({ latex: label, insert: latex, ...extra });

/** What this subject needs and a common keyboard lacks. */
const KEYBOARD = {
  label: '∇',
  tooltip: 'Calculus',
  rows: [
    ['x', 'y', 'z', 't', key('\\frac{\\placeholder{}}{\\placeholder{}}', '\\frac{a}{b}'), '[7]', '[8]', '[9]', '+', '-'],
    ['r', '\\theta', '\\rho', '\\phi', key('#@^{#?}', 'x^n'), '[4]', '[5]', '[6]', '\\cdot', key('\\sqrt{#0}', '\\sqrt{x}')],
    ['\\lambda', '\\eta', '\\partial', '\\pi', key('#@_{#?}', 'x_n'), '[1]', '[2]', '[3]', '(', ')'],
    [
      key('e^{#?}', 'e^x'),
      key('\\ln\\left(#?\\right)', '\\ln'),
      key('\\sin\\left(#?\\right)', '\\sin'),
      key('\\cos\\left(#?\\right)', '\\cos'),
      key('\\left(#?,#?\\right)', '(\\cdot,\\cdot)'),
      key('\\begin{pmatrix}#? & #?\\\\ #? & #?\\end{pmatrix}', '\\begin{smallmatrix}a&b\\\\c&d\\end{smallmatrix}'),
      '[0]',
      '[.]',
      ',',
      { label: '[backspace]', width: 1 },
    ],
  ],
};

/** A MathLive field that writes LaTeX into the text box; the server reads both, and what it read is shown below. */
export function editorOf(panel, id) {
  const box = () => document.getElementById(id);
  const reading = () => box().closest('.part')?.querySelector('.reading');
  const field = new MathfieldElement();
  field.mathVirtualKeyboardPolicy = 'manual';
  field.setAttribute('aria-label', 'Formula');
  field.addEventListener('input', () => type(box(), field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      box().form.requestSubmit();
    }
  });
  const keyboard = el('button', { type: 'button', class: 'button quiet', 'aria-pressed': 'false', click: toggleKeyboard }, 'Keyboard on screen');
  panel.append(field, keyboard);
  field.menuItems = [];

  function toggleKeyboard() {
    const board = window.mathVirtualKeyboard;
    board.layouts = [KEYBOARD, 'greek', 'alphabetic'];
    board.addEventListener('geometrychange', makeRoom);
    if (board.visible) {
      board.hide();
    } else {
      board.show();
      field.focus();
    }
    keyboard.setAttribute('aria-pressed', String(board.visible));
  }

  /** The keyboard never covers the field. */
  function makeRoom() {
    document.body.style.paddingBlockEnd = `${window.mathVirtualKeyboard.boundingRect.height}px`;
    field.scrollIntoView({ block: 'nearest' });
  }

  return {
    open() {
      // The text as the server read it; where it could not, what is typed.
      const read = reading()?.querySelector('.tex')?.dataset.tex;
      field.setValue(read ?? box().value, { silenceNotifications: true });
      field.focus();
    },
  };
}
