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
import org.nabla.math.ExpressionVisitor;
import org.nabla.math.PartialVisitor;

/** In which form a right value is asked. A right value in another form gets a sentence and does not count as wrong. */
public enum Form {
    ANY("any", ""),
    FACTORED("factored", "Right in value. Write it in factored form: as a product that cannot be split further."),
    EXPANDED("expanded", "Right in value. Write it expanded: multiply the brackets out."),
    SIMPLIFIED("simplified", "Right in value. Simplify it: carry out what can be computed, collect and cancel."),
    SINGLE_FRACTION("single-fraction", "Right in value. Write it as one fraction."),
    FRACTION("fraction", "Right in value. Write it as a fraction in lowest terms or a whole number."),
    DECIMAL("decimal", "Right in value. Write it as a decimal number.");

    private static final ExpressionVisitor<Boolean> EXPANDED_PARTS = new PartialVisitor<>() {
        @Override
        public Boolean sum(Sum sum) {
            return bare(sum);
        }

        @Override
        public Boolean negation(Negation negation) {
            return bare(negation);
        }

        @Override
        public Boolean product(Product product) {
            return bare(product);
        }

        private boolean bare(Expression e) {
            return e.children().stream().allMatch(part -> !isSum(part) && expanded(part));
        }

        @Override
        public Boolean quotient(Quotient quotient) {
            return expanded(quotient.numerator());
        }

        @Override
        public Boolean power(Power power) {
            return !(isSum(power.base()) || power.base() instanceof Product)
                    || !power.exponent().isWhole();
        }

        @Override
        public Boolean otherwise(Expression e) {
            return true;
        }
    };

    private static final ExpressionVisitor<Boolean> WITHOUT_FRACTION = new PartialVisitor<>() {
        @Override
        public Boolean quotient(Quotient quotient) {
            return false;
        }

        @Override
        public Boolean decimal(Decimal decimal) {
            return false;
        }

        @Override
        public Boolean power(Power power) {
            return !(power.exponent() instanceof Negation) && withoutFraction(power.base());
        }

        @Override
        public Boolean sum(Sum sum) {
            return everywhere(sum);
        }

        @Override
        public Boolean product(Product product) {
            return everywhere(product);
        }

        @Override
        public Boolean negation(Negation negation) {
            return everywhere(negation);
        }

        private boolean everywhere(Expression e) {
            return e.children().stream().allMatch(Form::withoutFraction);
        }

        @Override
        public Boolean otherwise(Expression e) {
            return true;
        }
    };

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
            case DECIMAL -> isNumeric(Trees.magnitude(response));
        };
        return kept ? Optional.empty() : Optional.of(Judgement.invalid("form", sentence));
    }

    private static boolean expanded(Expression e) {
        return e.accept(EXPANDED_PARTS);
    }

    /** Whether brackets stand around a sum, with or without a minus before them. */
    private static boolean isSum(Expression e) {
        return Trees.magnitude(e) instanceof Sum;
    }

    private static boolean singleFraction(Expression e) {
        var whole = Trees.magnitude(e);
        return whole instanceof Quotient quotient
                ? withoutFraction(quotient.numerator()) && withoutFraction(quotient.denominator())
                : withoutFraction(whole);
    }

    private static boolean withoutFraction(Expression e) {
        return e.accept(WITHOUT_FRACTION);
    }

    private static boolean isNumeric(Expression e) {
        return e instanceof Decimal || e instanceof Numeral;
    }

    private static boolean fraction(Expression e) {
        var whole = Trees.magnitude(e);
        return whole instanceof Numeral
                || whole instanceof Quotient quotient
                        && Trees.magnitude(quotient.numerator()) instanceof Numeral
                        && quotient.denominator() instanceof Numeral
                        && Simplicity.isSimple(whole);
    }
}
