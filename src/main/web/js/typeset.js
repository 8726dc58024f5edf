import katex from 'katex';

/** Puts KaTeX's typesetting in the place of the server's MathML; KaTeX brings MathML of its own for screen readers. */
export function typeset(root) {
  for (const formula of root.querySelectorAll('.tex[data-tex]')) {
    // What an exchange of the page has filled anew is typeset anew.
    if (formula.dataset.set === 'plain' || (formula.dataset.set === formula.dataset.tex && formula.querySelector('.katex'))) {
      continue;
    }
    const plain = formula.innerHTML;
    try {
      katex.render(formula.dataset.tex, formula, { displayMode: formula.dataset.display === '1', strict: false });
      formula.dataset.set = formula.dataset.tex;
    } catch {
      formula.innerHTML = plain; // what the server wrote can be read too
      formula.dataset.set = 'plain';
    }
  }
}
