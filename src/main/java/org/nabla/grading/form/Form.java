package org.nabla.grading.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;

/** In which form a right value is asked. A right value in another form gets a sentence and does not count as wrong. */
public enum Form {
    ANY("any", ""),
    FACTORED("factored", "Right in value. Write it in factored form: as a product that cannot be split further."),
    EXPANDED("expanded", "Right in value. Write it expanded: multiply the brackets out."),
    SIMPLIFIED("simplified", "Right in value. Simplify it: carry out what can be computed, collect and cancel."),
    SINGLE_FRACTION("single-fraction", "Right in value. Write it as one fraction."),
    FRACTION("fraction", "Right in value. Write it as a fraction in lowest terms or a whole number."),
    DECIMAL("decimal", "Right in value. Write it as a decimal number.");

    private final String word;
    private final String sentence;

    Form(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    public static Form of(Context context) {
        var word = context.option("form").orElse(ANY.word);
        return Arrays.stream(values())
                .filter(form -> form.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new KeyRefused(
                        "answer.form",
                        "There is no such form. The forms are "
                                + Arrays.stream(values()).map(form -> form.word).collect(Collectors.joining(", "))
                                + "."));
    }

    /** What is wrong with the form of a response whose value is right. */
    public Optional<Judgement> check(Expression response, Expression key, Comparer comparer, Context context) {
        var kept = switch (this) {
            case ANY -> true;
            case FACTORED -> new Factors(comparer, context).match(response, key);
            case EXPANDED -> expanded(response);
            case SIMPLIFIED -> Simplicity.isSimple(response) && Trees.size(response) <= 2 * Trees.size(key) + 3;
            case SINGLE_FRACTION -> singleFraction(response);
            case FRACTION -> fraction(response);
            case DECIMAL -> magnitude(response) instanceof Decimal || magnitude(response) instanceof Numeral;
        };
        return kept ? Optional.empty() : Optional.of(Judgement.invalid("form", sentence));
    }

    private static Expression magnitude(Expression e) {
        return e instanceof Negation negation ? magnitude(negation.argument()) : e;
    }

    private static boolean expanded(Expression e) {
        if (e instanceof Sum sum) {
            return sum.terms().stream().allMatch(term -> !(magnitude(term) instanceof Sum) && expanded(term));
        } else if (e instanceof Negation negation) {
            return !(magnitude(negation) instanceof Sum) && expanded(negation.argument());
        } else if (e instanceof Product product) {
            return product.factors().stream()
                    .allMatch(factor -> !(magnitude(factor) instanceof Sum) && expanded(factor));
        } else if (e instanceof Quotient quotient) {
            return expanded(quotient.numerator());
        } else if (e instanceof Power power) {
            return !(magnitude(power.base()) instanceof Sum || power.base() instanceof Product)
                    || !(power.exponent() instanceof Numeral exponent
                            && exponent.value().isInteger());
        }
        return true;
    }

    private static boolean singleFraction(Expression e) {
        var whole = magnitude(e);
        return whole instanceof Quotient quotient
                ? withoutFraction(quotient.numerator()) && withoutFraction(quotient.denominator())
                : withoutFraction(whole);
    }

    private static boolean withoutFraction(Expression e) {
        if (e instanceof Quotient || e instanceof Decimal) {
            return false;
        } else if (e instanceof Power power) {
            return !(power.exponent() instanceof Negation) && withoutFraction(power.base());
        } else if (e instanceof Sum || e instanceof Product || e instanceof Negation) {
            return Trees.children(e).stream().allMatch(Form::withoutFraction);
        }
        return true;
    }

    private static boolean fraction(Expression e) {
        var whole = magnitude(e);
        return whole instanceof Numeral
                || whole instanceof Quotient quotient
                        && magnitude(quotient.numerator()) instanceof Numeral
                        && quotient.denominator() instanceof Numeral
                        && Simplicity.isSimple(whole);
    }
}
