package org.nabla.math.lexing;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme.Kind;

/**
 * Reads decimals that go on for ever: {@code 0.(3)}, {@code 0.\\overline{3}}, {@code 0.3} with a bar above, and with dots
 * behind digits that show how it goes on, as in {@code 0.1666…}. Such a number is the fraction that it says.
 */
final class RepeatingDecimals {
    private static final String BAR = "[\u0304\u0305]";
    private static final Pattern MARKED = Pattern.compile("\\.([0-9]{0,40}+)(?:"
            + "\\\\(?:overline|bar)\\s*+\\{?([0-9]{1,40}+)\\}?"
            + "|((?:[0-9]" + BAR + "){1,40}+))");
    /** A bracket directly behind the point: behind digits it would also be a factor. */
    private static final Pattern BRACKETED = Pattern.compile("\\.\\(([0-9]{1,40}+)\\)");
    /** The last digit before its bar is still among the first ones. */
    private static final Pattern BARRED = Pattern.compile("\\.([0-9]{0,40}?)((?:[0-9]" + BAR + "){1,40}+)");

    private static final Pattern DOTTED =
            Pattern.compile("\\.([0-9]{1,80}+)\\s?(?:…|⋯|\\.{2,4}|\\\\(?:l|c)?dots)(?![0-9(.])");

    private final TokenBuffer in;

    RepeatingDecimals(TokenBuffer in) {
        this.in = in;
    }

    /** @param whole the digits before the point, behind which the reader stands */
    boolean read(String whole, int start) {
        if (in.current() != '.') {
            return false;
        }
        var rest = in.text.substring(in.index, Math.min(in.text.length(), in.index + 200));
        var bracketed = BRACKETED.matcher(rest);
        if (bracketed.lookingAt()) {
            return take(whole, "", bracketed.group(1), start, bracketed.end());
        }
        var marked = MARKED.matcher(rest);
        if (marked.lookingAt() && marked.group(2) != null) {
            return take(whole, marked.group(1), marked.group(2), start, marked.end());
        }
        var barred = BARRED.matcher(rest);
        if (barred.lookingAt()) {
            return take(whole, barred.group(1), barred.group(2).replaceAll(BAR, ""), start, barred.end());
        }
        var dotted = DOTTED.matcher(rest);
        return dotted.lookingAt() && goesOn(whole, dotted.group(1), start, dotted.end());
    }

    private boolean goesOn(String whole, String digits, int start, int length) {
        var period = period(digits);
        if (period.isEmpty()) {
            throw new SyntaxException(
                    "The dots do not say how it goes on: write the digits without them, or an exact value.",
                    start,
                    in.index + length - start);
        }
        int repeated = period.get();
        int cut = digits.length() - repeated;
        return take(whole, digits.substring(0, cut), digits.substring(cut), start, length);
    }

    /** The length of what repeats at the end: three times one digit, or twice several. */
    private static Optional<Integer> period(String digits) {
        for (int length = 1; length <= digits.length() / 2; length++) {
            int times = length == 1 ? 3 : 2;
            var tail = digits.substring(digits.length() - length);
            if (digits.endsWith(tail.repeat(times))) {
                return Optional.of(length);
            }
        }
        return Optional.empty();
    }

    private boolean take(String whole, String first, String period, int start, int length) {
        var scale = BigInteger.TEN.pow(first.length());
        var nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
        var numerator = new BigInteger("0" + whole + first).multiply(nines).add(new BigInteger(period));
        var denominator = scale.multiply(nines);
        var common = numerator.gcd(denominator);
        in.index += length;
        var fraction = numerator.divide(common) + "/" + denominator.divide(common);
        in.add(Kind.FRACTION, fraction, start, in.index - start);
        in.notices.add(in.text.substring(start, in.index) + " was read as " + fraction + ".");
        return true;
    }
}
