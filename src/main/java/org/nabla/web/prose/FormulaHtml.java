package org.nabla.web.prose;

import org.nabla.typesetting.LatexMathMl;

/** One formula: what the browser shows at once, and the LaTeX from which the script typesets it. */
final class FormulaHtml {

    private FormulaHtml() {}

    static String of(String latex, boolean display) {
        return "<span class=\"tex\" data-tex=\"" + Html.escape(latex) + "\" data-display=\"" + (display ? 1 : 0) + "\">"
                + LatexMathMl.render(latex, display) + "</span>";
    }
}
