package org.nabla.exercise.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.numeric.LeadingSigns;
import org.nabla.exercise.numeric.Letters;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Prose;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.writing.LatexWriter;

/** Puts the values of one exercise into prose, typeset as a person would write them there. */
public final class ProseWriter {
    private static final BigDecimal LARGE = BigDecimal.valueOf(100_000);

    private final NameScope scope;

    public ProseWriter(NameScope scope) {
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
            segments.get(i).to(new Writing(out, next.literal("")));
        }
    }

    /** Writes one stretch behind what is there. */
    private final class Writing implements Prose.Writer {
        private final StringBuilder out;
        private final String following;

        Writing(StringBuilder out, String following) {
            this.out = out;
            this.following = following;
        }

        @Override
        public void literal(Prose.Literal literal) {
            out.append(literal.text());
        }

        @Override
        public void value(Prose.Value value) {
            out.append(typeset(value, out, following));
        }

        @Override
        public void word(Prose.Word word) {
            out.append(scope.word(word.name()));
        }

        @Override
        public void branch(Prose.Branch branch) {
            branch.arms().stream()
                    .filter(arm -> arm.condition().map(scope::holds).orElse(true))
                    .findFirst()
                    .ifPresent(arm -> write(arm.prose().segments(), out, following));
        }

        @Override
        public void pick(Prose.Pick pick) {
            int index = scope.integer(pick.index());
            if (index < 1 || index > pick.texts().size()) {
                throw scope.broken(pick.index(), "there is no text number " + index);
            }
            write(pick.texts().get(index - 1).segments(), out, following);
        }
    }

    private String typeset(Prose.Value value, CharSequence before, String following) {
        if (value.style() == Prose.Style.PYTHON) {
            return PythonWriter.write(scope.value(value.formula()));
        }
        var e = whole(value.style() == Prose.Style.SHOWN ? shown(value.formula()) : scope.value(value.formula()));
        if (value.style() == Prose.Style.SIGNED) {
            boolean negative = LeadingSigns.isNegative(e);
            var latex = LatexWriter.write(negative ? LeadingSigns.negated(e) : e);
            latex = (negative ? "- " : "+ ")
                    + (e instanceof Expression.Sum && negative ? LeadingSigns.bracketed(latex) : latex);
            return value.inMath() ? latex : "$" + latex + "$";
        }
        var latex = LatexWriter.write(e);
        if (!value.inMath()) {
            return "$" + latex + "$";
        }
        return LeadingSigns.needsBrackets(e, before, following) ? LeadingSigns.bracketed(latex) : latex;
    }

    /** A decimal without a point in it is read as a number among numbers: 18, where a lone value would be 1.8 · 10^1. */
    private static Expression whole(Expression e) {
        if (isWhole(e)) {
            return Rationals.of(e).map(Rationals::write).orElse(e);
        }
        return hasWhole(e) ? e.map(ProseWriter::whole) : e;
    }

    private static boolean hasWhole(Expression e) {
        return isWhole(e) || e.children().stream().anyMatch(ProseWriter::hasWhole);
    }

    private static boolean isWhole(Expression e) {
        return e instanceof Expression.Decimal decimal
                && decimal.value().scale() <= 0
                && decimal.value().compareTo(LARGE) < 0;
    }

    /** The formula with the values put in; what {@code at} or {@code entry} says is done, and nothing else carried out. */
    private Expression shown(Formula formula) {
        if (formula.tree().isCallOf(Function.AT)) {
            var arguments = formula.tree().children();
            var f = scope.value(new Formula(formula.text(), arguments.get(0), formula.place()));
            var target = scope.value(new Formula(formula.text(), arguments.get(2), formula.place()));
            var names = arguments.get(1);
            var values = new java.util.LinkedHashMap<String, Expression>();
            if (ExpressionSort.of(names) == ExpressionSort.SYMBOL) {
                values.put(Numerics.name(names), target);
            } else {
                for (int i = 0; i < names.children().size(); i++) {
                    values.put(
                            Numerics.name(names.children().get(i)),
                            target.children().get(i));
                }
            }
            return plain(Substitution.replace(f, values));
        }
        return plain(scope.insert(new Formula(formula.text(), picked(formula.tree(), formula), formula.place())));
    }

    /** Without a factor or exponent 1 beside a letter; among numbers it stays, to show where each one went. */
    private static Expression plain(Expression e) {
        var parts = e.map(ProseWriter::plain);
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
        return e.isCallOf(Function.ENTRY)
                ? scope.value(new Formula(whole.text(), e, whole.place()))
                : e.map(part -> picked(part, whole));
    }
}
