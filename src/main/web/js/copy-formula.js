import { typedForm } from './typed-form.js';

/** What is copied from a page has its formulas as they are typed, so that they can be put into an answer box. */
export function copyFormula() {
  document.addEventListener('copy', (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) {
      return;
    }
    const text = copied(selection.getRangeAt(0));
    if (text !== null) {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    }
  });
}

function formulaAround(node) {
  return (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('.tex');
}

/** A formula is taken whole, however much of it is marked; null where there is none. */
function copied(range) {
  const start = formulaAround(range.startContainer);
  if (start && start.contains(range.endContainer)) {
    return typedForm(start.dataset.tex);
  }
  const whole = range.cloneRange();
  if (start) {
    whole.setStartBefore(start);
  }
  const end = formulaAround(range.endContainer);
  if (end) {
    whole.setEndAfter(end);
  }
  const part = document.createElement('div');
  part.append(whole.cloneContents());
  const formulas = part.querySelectorAll('.tex');
  formulas.forEach((formula) => formula.replaceWith(typedForm(formula.dataset.tex)));
  return formulas.length > 0 ? part.textContent.replace(/\s*\n\s*/g, '\n').trim() : null;
}
