package org.nabla.exercise.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.numeric.Children;
import org.nabla.exercise.numeric.Letters;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.numeric.Rationals;
import org.nabla.exercise.numeric.Signs;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Prose;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Substitution;
import org.nabla.math.Traversal;
import org.nabla.math.writing.LatexWriter;

/** Puts the values of one exercise into prose, typeset as a person would write them there. */
public final class ProseWriter {
    private static final BigDecimal LARGE = BigDecimal.valueOf(100_000);

    private final Scope scope;

    public ProseWriter(Scope scope) {
        this.scope = scope;
    }

    public String write(Prose prose) {
        var out = new StringBuilder();
        write(prose.segments(), out, "");
        return out.toString().strip();
    }

    /** @param following the text after these segments, as far as it is known */
    private void write(List<Prose.Segment> segments, StringBuilder out, String following) {
        for (int i = 0; i < segments.size(); i++) {
            var next = i + 1 < segments.size() ? segments.get(i + 1) : new Prose.Literal(following);
            write(segments.get(i), out, next instanceof Prose.Literal literal ? literal.text() : "");
        }
    }

    private void write(Prose.Segment segment, StringBuilder out, String following) {
        if (segment instanceof Prose.Literal literal) {
            out.append(literal.text());
        } else if (segment instanceof Prose.Word word) {
            out.append(scope.word(word.name()));
        } else if (segment instanceof Prose.Branch branch) {
            for (var arm : branch.arms()) {
                if (arm.condition().map(scope::holds).orElse(true)) {
                    write(arm.prose().segments(), out, following);
                    return;
                }
            }
        } else if (segment instanceof Prose.Pick pick) {
            int index = scope.integer(pick.index());
            if (index < 1 || index > pick.texts().size()) {
                throw scope.broken(pick.index(), "there is no text number " + index);
            }
            write(pick.texts().get(index - 1).segments(), out, following);
        } else if (segment instanceof Prose.Value value) {
            out.append(typeset(value, out, following));
        }
    }

    private String typeset(Prose.Value value, CharSequence before, String following) {
        if (value.style() == Prose.Style.PYTHON) {
            return PythonWriter.write(scope.value(value.formula()));
        }
        var e = whole(value.style() == Prose.Style.SHOWN ? shown(value.formula()) : scope.value(value.formula()));
        if (value.style() == Prose.Style.SIGNED) {
            boolean negative = Signs.isNegative(e);
            var latex = LatexWriter.write(negative ? Signs.negated(e) : e);
            latex = (negative ? "- " : "+ ")
                    + (e instanceof Expression.Sum && negative ? Signs.bracketed(latex) : latex);
            return value.inMath() ? latex : "$" + latex + "$";
        }
        var latex = LatexWriter.write(e);
        if (!value.inMath()) {
            return "$" + latex + "$";
        }
        return Signs.needsBrackets(e, before, following) ? Signs.bracketed(latex) : latex;
    }

    /** A decimal without a point in it is read as a number among numbers: 18, where a lone value would be 1.8 · 10^1. */
    private static Expression whole(Expression e) {
        if (isWhole(e)) {
            return Rationals.write(Rational.of(((Expression.Decimal) e).value()));
        }
        return hasWhole(e) ? Traversal.mapChildren(e, ProseWriter::whole) : e;
    }

    private static boolean hasWhole(Expression e) {
        return isWhole(e) || Children.of(e).stream().anyMatch(ProseWriter::hasWhole);
    }

    private static boolean isWhole(Expression e) {
        return e instanceof Expression.Decimal decimal
                && decimal.value().scale() <= 0
                && decimal.value().compareTo(LARGE) < 0;
    }

    /** The formula with the values put in; what {@code at} or {@code entry} says is done, and nothing else carried out. */
    private Expression shown(Formula formula) {
        if (formula.tree() instanceof Expression.Call call && call.function() == Function.AT) {
            var f = scope.value(new Formula(formula.text(), call.arguments().get(0), formula.place()));
            var target =
                    scope.value(new Formula(formula.text(), call.arguments().get(2), formula.place()));
            var names = call.arguments().get(1);
            var values = new java.util.LinkedHashMap<String, Expression>();
            if (names instanceof Expression.Symbol symbol) {
                values.put(symbol.name(), target);
            } else {
                for (int i = 0; i < Children.of(names).size(); i++) {
                    values.put(
                            Numerics.name(Children.of(names).get(i)),
                            Children.of(target).get(i));
                }
            }
            return plain(Substitution.replace(f, values));
        }
        return plain(scope.insert(new Formula(formula.text(), picked(formula.tree(), formula), formula.place())));
    }

    /** Without a factor or exponent 1 beside a letter; among numbers it stays, to show where each one went. */
    private static Expression plain(Expression e) {
        var parts = Traversal.mapChildren(e, ProseWriter::plain);
        if (parts instanceof Expression.Product product
                && !Letters.free(product).isEmpty()) {
            var factors = new ArrayList<>(product.factors());
            factors.removeIf(f -> isNumber(f, Rational.ONE));
            boolean opposite = factors.size() > 1 && isNumber(factors.get(0), Rational.MINUS_ONE);
            var rest = opposite ? factors.subList(1, factors.size()) : factors;
            var value = rest.size() == 1 ? rest.get(0) : new Expression.Product(rest);
            return opposite ? new Expression.Negation(value) : value;
        } else if (parts instanceof Expression.Power power && isNumber(power.exponent(), Rational.ONE)) {
            return power.base();
        }
        return parts;
    }

    private static boolean isNumber(Expression e, Rational value) {
        return Rationals.of(e).filter(value::equals).isPresent();
    }

    /** With each entry in its place: readers want to see the numbers, not where they come from. */
    private Expression picked(Expression e, Formula whole) {
        return e instanceof Expression.Call call && call.function() == Function.ENTRY
                ? scope.value(new Formula(whole.text(), e, whole.place()))
                : Traversal.mapChildren(e, part -> picked(part, whole));
    }
}
