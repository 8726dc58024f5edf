package org.nabla.math.lexing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.math.SyntaxError;

/**
 * A text as it is read: characters in another style, width or encoding made plain, marks that show nothing left out, and the
 * module names of Python taken away. Each character knows where it was typed, so that errors point into the typed text.
 */
public final class Typing {
    /** Those before it are as they are. */
    private static final int FIRST_OTHER = 128;

    private static final String DASHES = "‒―⁃➖˗⎯﹣－";
    private static final String CARETS = "ˆ⌃‸＾";
    /** Joiners, marks of direction and of variants, the soft hyphen. */
    private static final String UNSEEN = "\u00ad\u034f\u061c\u180e\u200c\u200d\u200e\u200f\u202a\u202b\u202c"
            + "\u2066\u2067\u2068\u2069\ufe00\ufe0e\ufe0f";

    private static final Pattern MODULE =
            Pattern.compile("(?<![\\p{L}\\p{N}_.])(?:np|numpy|jnp|math|torch|sp|sympy)\\.(?:linalg\\.)?(?=[a-z])");
    private static final Pattern ARRAY =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(?:array|tensor|[Mm]atrix)(?=\\s*+\\(\\s*+\\[)");
    /** {@code x²₁}: the index belongs to the name, whichever was typed first. */
    private static final Pattern RAISED_FIRST =
            Pattern.compile("(?<=\\p{L})([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]++)([₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ]++)");

    private static final Pattern POWER_FIRST = Pattern.compile(
            "(?<=\\p{L})(\\^(?:\\{[0-9a-z]{1,4}\\}|[0-9]))(_(?:\\{[0-9a-z]{1,4}\\}|[0-9a-z]))(?![0-9])");
    /** A backslash for what is left out of a set, where it could also begin the brace of LaTeX. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?:ℝ|R|reals|numbers|[)\\]])\\s*+(\\\\)\\s*+\\{(?=[^{}\\\\]*+\\})");
    /** Three keys for one sign. */
    private static final Pattern PLUS_OR_MINUS = Pattern.compile("\\+\\s?(/)\\s?([-−–])");

    private static final Pattern MATHEMATICS = Pattern.compile("\\\\[()\\[\\]]|\\$");

    private final StringBuilder text;
    private final int typedLength;
    private int[] origin;

    private Typing(String typed) {
        text = new StringBuilder(typed.length());
        origin = new int[typed.length()];
        typedLength = typed.length();
        for (int i = 0; i < typed.length(); ) {
            int point = typed.codePointAt(i);
            if (point < FIRST_OTHER) {
                origin[text.length()] = i++;
                text.append((char) point);
                continue;
            }
            int place = i;
            plain(point).ifPresent(shown -> {
                for (int k = 0; k < shown.length(); k++) {
                    origin[text.length()] = place + k;
                    text.append(shown.charAt(k));
                }
            });
            i += Character.charCount(point);
        }
        origin = Arrays.copyOf(origin, text.length());
    }

    /** @param learner whether a person typed it: the formulas of exercises are only made plain */
    public static Typing of(String typed, boolean learner) {
        var typing = new Typing(typed);
        if (learner) {
            typing.rewrite();
        }
        return typing;
    }

    /** Each is searched for only where a character stands that none of its places lacks: most answers have none of them. */
    private void rewrite() {
        if (has('.')) {
            leaveOut(MODULE);
        }
        if (has('[')) {
            leaveOut(ARRAY);
        }
        if (text.chars().anyMatch(c -> c >= FIRST_OTHER)) {
            exchange(RAISED_FIRST);
        }
        if (has('^') && has('_')) {
            exchange(POWER_FIRST);
        }
        if (has('\\')) {
            replace(LEFT_OUT, "∖");
        }
        if (has('/') && has('+')) {
            plusOrMinus();
        }
        if (has('\\') || has('$')) {
            unmark();
        }
    }

    private boolean has(char mark) {
        return text.indexOf(String.valueOf(mark)) >= 0;
    }

    /** Takes the marks of mathematics in prose away, {@code $…$}, {@code \(…\)} and {@code \[…\]}; each place stays. */
    public static String unmarked(String typed) {
        return isMarked(typed)
                ? MATHEMATICS
                        .matcher(typed)
                        .replaceAll(found -> " ".repeat(found.group().length()))
                : typed;
    }

    private static boolean isMarked(String typed) {
        var whole = typed.strip();
        return whole.length() > 1
                && (whole.startsWith("$") && whole.endsWith("$")
                        || whole.startsWith("\\(") && whole.endsWith("\\)")
                        || whole.startsWith("\\[") && whole.endsWith("\\]"));
    }

    public String text() {
        return text.toString();
    }

    /** The error where it was typed. */
    public SyntaxError typed(SyntaxError error) {
        int start = place(error.position());
        int end = place(error.position() + error.length());
        return new SyntaxError(error.message(), start, Math.max(0, end - start));
    }

    private int place(int index) {
        return index < origin.length ? origin[index] : typedLength;
    }

    private static Optional<String> plain(int point) {
        var same = Character.toString(point);
        if (UNSEEN.contains(same)) {
            return Optional.empty();
        } else if (DASHES.contains(same)) {
            return Optional.of("-");
        } else if (CARETS.contains(same)) {
            return Optional.of("^");
        }
        boolean mathematical = point >= 0x1d400 && point <= 0x1d7ff;
        return Optional.of(mathematical ? Normalizer.normalize(same, Normalizer.Form.NFKC) : same);
    }

    private void leaveOut(Pattern pattern) {
        for (var found = pattern.matcher(text); found.find(); found = pattern.matcher(text)) {
            leaveOut(found.start(), found.end());
        }
    }

    private void leaveOut(int start, int end) {
        text.delete(start, end);
        var kept = new int[text.length()];
        System.arraycopy(origin, 0, kept, 0, start);
        System.arraycopy(origin, end, kept, start, kept.length - start);
        origin = kept;
    }

    private void plusOrMinus() {
        for (var found = PLUS_OR_MINUS.matcher(text); found.find(); found = PLUS_OR_MINUS.matcher(text)) {
            text.setCharAt(found.start(), '±');
            leaveOut(found.start() + 1, found.end());
        }
    }

    private void exchange(Pattern pattern) {
        for (var found = pattern.matcher(text.toString()); found.find(); ) {
            text.replace(found.start(), found.end(), found.group(2) + found.group(1));
        }
    }

    private void replace(Pattern pattern, String by) {
        for (var found = pattern.matcher(text.toString()); found.find(); ) {
            text.replace(found.start(1), found.end(1), by);
        }
    }

    private void unmark() {
        var plain = unmarked(text.toString());
        text.replace(0, text.length(), plain);
    }
}
