package org.nabla.grading.integral;

import java.util.List;
import java.util.stream.Collectors;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Comparer;
import org.nabla.math.Expression;
import org.nabla.math.writing.LatexWriter;
import org.nabla.math.writing.TextWriter;

/** An iterated integral: its bounds from the outermost to the innermost, and what is integrated. */
public record Iterated(List<Bound> bounds, Expression integrand) {

    public Iterated {
        bounds = List.copyOf(bounds);
    }

    record Bound(String variable, Expression lower, Expression upper) {}

    List<String> order() {
        return bounds.stream().map(Bound::variable).toList();
    }

    /** As differentials are written: the innermost first. */
    String differentials() {
        var names = new java.util.ArrayList<>(order());
        java.util.Collections.reverse(names);
        return names.stream().map(name -> "d" + name).collect(Collectors.joining(" "));
    }

    /** Whether no bound mentions a variable: then any order describes the same region with the same bounds. */
    boolean isBox() {
        return bounds.stream().allMatch(b -> Comparer.isNumber(b.lower()) && Comparer.isNumber(b.upper()));
    }

    Verdict.Understood echo() {
        var text = TextWriter.write(integrand);
        var latex = new StringBuilder();
        for (var bound : bounds) {
            latex.append("\\int_{").append(LatexWriter.write(bound.lower())).append("}^{");
            latex.append(LatexWriter.write(bound.upper())).append("} ");
        }
        var sum = integrand instanceof Expression.Sum;
        latex.append(sum ? "\\left(" : "").append(LatexWriter.write(integrand)).append(sum ? "\\right)" : "");
        for (var i = bounds.size() - 1; i >= 0; i--) {
            var bound = bounds.get(i);
            text = "integrate(" + text + ", " + bound.variable() + ", " + TextWriter.write(bound.lower()) + ", "
                    + TextWriter.write(bound.upper()) + ")";
            latex.append(" \\, d").append(LatexWriter.write(new Expression.Symbol(bound.variable())));
        }
        return new Verdict.Understood(text, latex.toString(), List.of());
    }
}
