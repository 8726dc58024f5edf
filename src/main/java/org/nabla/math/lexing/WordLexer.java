package org.nabla.math.lexing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.math.Greek;
import org.nabla.math.lexing.Lexeme.Kind;

/** Reads names, functions and words, with their subscripts; see {@link Names} for how letters fall apart. */
final class WordLexer {
    private static final Map<String, Kind> KEYWORDS = Map.of(
            "and",
            Kind.AND,
            "or",
            Kind.OR,
            "if",
            Kind.IF,
            "otherwise",
            Kind.OTHERWISE,
            "else",
            Kind.OTHERWISE,
            "in",
            Kind.ELEMENT_OF,
            "union",
            Kind.UNION);
    private static final Map<String, String> INFINITIES =
            Map.of("inf", "inf", "infinity", "inf", "oo", "inf", "infty", "inf");
    private static final Map<String, String> ANSWERS = Map.of("dne", "DNE", "none", "DNE", "undefined", "DNE");
    private static final Map<String, Pattern> PHRASES = Map.of(
            "DNE",
                    phrase("((the )?limit )?(do(es)? not exist|doesn['’]t exist|diverges)|divergent|no limit"
                            + "|d\\.n\\.e\\.?"),
            "empty set", phrase("no( real)? solutions?|(the )?empty set"),
            "all reals", phrase("all( the)? reals?( numbers?)?"));

    private static final Pattern SIGNED_INFINITY = phrase("(?:(minus|negative)|plus|positive) (?:infinity|infty|inf)");

    private record Subscript(String text, boolean lowered, int end) {}

    private final TokenBuffer in;
    private final Names names;

    WordLexer(TokenBuffer in, Names names) {
        this.in = in;
        this.names = names;
    }

    Names names() {
        return names;
    }

    /** Whether these letters are one word here. */
    boolean isWord(String letters) {
        var lower = letters.toLowerCase(Locale.ROOT);
        return KEYWORDS.containsKey(lower)
                || INFINITIES.containsKey(lower)
                || ANSWERS.containsKey(lower)
                || names.word(letters, true).isPresent();
    }

    boolean starts() {
        return letterAt(in.index).isPresent() || Greek.nameOf(in.current()).isPresent();
    }

    void read() {
        if (phrase()) {
            return;
        }
        var greek = Greek.nameOf(in.current());
        if (greek.isPresent()) {
            in.index++;
            atom(greek.get(), in.index - 1);
            return;
        }
        var letters = new StringBuilder();
        var places = new ArrayList<Integer>();
        for (var c = letterAt(in.index); c.isPresent(); c = letterAt(in.index)) {
            places.add(in.index);
            letters.append(c.get().charValue());
            in.index += Characters.lengthAt(in.text, in.index);
            if ("\u0302\u0304\u20d7".indexOf(in.current()) >= 0) {
                in.index++; // a hat, a bar or an arrow above
            }
        }
        places.add(in.index);
        run(letters.toString(), places);
    }

    /** A letter of the Latin or another alphabet, without its style; Greek is read on its own. */
    private Optional<Character> letterAt(int index) {
        if (index >= in.text.length()) {
            return Optional.empty();
        }
        char c = in.text.charAt(index);
        if (c < 128) {
            return Character.isLetter(c) ? Optional.of(c) : Optional.empty();
        }
        int point = in.text.codePointAt(index);
        if (!Character.isLetter(point)
                || Superscripts.plain(c).isPresent()
                || Superscripts.plainOfLowered(c).isPresent()
                || Greek.nameOf(c).isPresent()
                || "ℝℯⅇⅈᵀ".indexOf(c) >= 0) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        return Optional.of(c == 'î' ? 'i' : c == 'ĵ' ? 'j' : plain.charAt(0));
    }

    private static Pattern phrase(String words) {
        return Pattern.compile("(" + words.replace(" ", "\\s+") + ")(?![A-Za-z])", Pattern.CASE_INSENSITIVE);
    }

    private boolean phrase() {
        if ("dnaetlmp".indexOf(Character.toLowerCase(in.current())) < 0) {
            return false;
        }
        var infinite = SIGNED_INFINITY.matcher(in.text).region(in.index, in.text.length());
        if (infinite.lookingAt()) {
            boolean negative = infinite.group(2) != null;
            in.add(negative ? Kind.MINUS : Kind.PLUS, negative ? "-" : "+", in.index, 0);
            in.take(Kind.CONSTANT, "inf", infinite.end() - in.index);
            return true;
        }
        for (var phrase : PHRASES.entrySet()) {
            var matcher = phrase.getValue().matcher(in.text).region(in.index, in.text.length());
            if (matcher.lookingAt()) {
                in.take(Kind.WORD, phrase.getKey(), matcher.end() - in.index);
                return true;
            }
        }
        return false;
    }

    /** Letters without surroundings, as in a raised x. */
    void letters(String letters, int position, int length) {
        var word = names.word(letters, false).orElse(new Names.Word(Kind.UNKNOWN, letters, 1));
        in.add(word.kind(), word.text(), position, length);
    }

    /** A name that does not fall apart, such as a Greek letter; the reader stands behind it. */
    void atom(String name, int start) {
        var subscript = subscript();
        if (subscript.isPresent()) {
            var s = subscript.get();
            var declared = declared(name, s);
            if (declared.isPresent() || s.lowered()) {
                in.index = s.end();
                var shown = name + (s.lowered() ? "_" : "") + s.text();
                in.add(
                        declared.map(Names.Word::kind).orElse(Kind.UNKNOWN),
                        declared.map(Names.Word::text).orElse(shown),
                        start,
                        in.index - start);
                return;
            }
        }
        boolean bracket = in.bracketFollows(in.index);
        var word = names.word(name, bracket).orElse(new Names.Word(Kind.UNKNOWN, name, name.length()));
        in.add(word.kind(), word.text(), start, in.index - start);
    }

    /** A run of letters; the reader stands behind it. */
    void run(String letters, List<Integer> places) {
        int start = places.get(0);
        if (!names.isDeclared(letters) && keyword(letters, start)) {
            return;
        }
        var subscript = subscript();
        if (subscript.isPresent()) {
            if (withSubscript(letters, places, subscript.get())) {
                return;
            }
        }
        if (subscript.isEmpty() && naturalLogarithm(letters, places)) {
            return;
        }
        var words = names.split(letters, in.bracketFollows(in.index));
        boolean digits = subscript.isPresent() && !subscript.get().lowered();
        boolean endsInFunction = words.filter(ws -> ws.get(ws.size() - 1).kind() == Kind.FUNCTION)
                .isPresent();
        if (words.isPresent() && (subscript.isEmpty() || endsInFunction)) {
            emit(words.get(), places);
            if (digits && letters.endsWith("log")) {
                in.notices.add("log" + subscript.get().text() + " was read as log of "
                        + subscript.get().text() + ". Write log_2(x) or log_10(x) for another base.");
            }
            return;
        }
        if (words.isEmpty() && subscript.isEmpty() && names.function(letters).isPresent()) {
            in.add(Kind.FUNCTION, letters, start, in.index - start);
            return;
        }
        if (subscript.isPresent()) {
            unknownWithSubscript(letters, places, subscript.get(), digits);
            return;
        }
        unknown(letters, places);
    }

    private boolean keyword(String letters, int start) {
        var lower = letters.toLowerCase(Locale.ROOT);
        var kind = letters.startsWith("I") ? null : KEYWORDS.get(lower);
        int length = in.index - start;
        if (kind != null) {
            in.add(kind, lower, start, length);
        } else if (INFINITIES.containsKey(lower)) {
            in.add(Kind.CONSTANT, "inf", start, length);
        } else if (ANSWERS.containsKey(lower)) {
            in.add(Kind.WORD, ANSWERS.getOrDefault(lower, "DNE"), start, length);
        } else if (letters.equals("R") && isSetOfNumbers()) {
            in.add(Kind.WORD, "all reals", start, length);
        } else if (letters.equals("U") && !in.tokens.isEmpty()) {
            in.add(Kind.UNION, "U", start, length);
        } else {
            return false;
        }
        return true;
    }

    /** R alone, behind ∈, or before what is left out of it, is the set of all numbers. */
    private boolean isSetOfNumbers() {
        var rest = in.text.substring(in.index).strip();
        boolean element =
                !in.tokens.isEmpty() && in.tokens.get(in.tokens.size() - 1).is(Kind.ELEMENT_OF);
        return element
                || in.tokens.isEmpty()
                        && (rest.isEmpty() || rest.matches("(?s)(?:[-−–∖]|\\\\setminus)\\s*+\\\\?\\{.*"));
    }

    /** A logarithm with the digits as its base. */
    private void logarithm(String letters, List<Integer> places, Subscript base) {
        in.add(Kind.FUNCTION, "log", places.get(0), letters.length());
        in.add(Kind.UNDERSCORE, "_", in.index, 0);
        in.add(Kind.NUMBER, base.text(), in.index, base.end() - in.index);
        in.index = base.end();
    }

    /** {@code loge(x)} and {@code loge x}, where e is no name: the logarithm to base e. */
    private boolean naturalLogarithm(String letters, List<Integer> places) {
        int at = letters.length() - "loge".length();
        boolean argument = in.bracketFollows(in.index) || in.letterFollowsSpace(in.index);
        if (!letters.endsWith("loge") || !argument || names.isDeclared("e")) {
            return false;
        }
        var before = names.split(letters.substring(0, at), false);
        if (at > 0 && before.isEmpty()) {
            return false;
        }
        emit(before.orElse(List.of()), places);
        in.add(Kind.FUNCTION, "ln", places.get(at), places.get(letters.length()) - places.get(at));
        in.notices.add("loge was read as the natural logarithm.");
        return true;
    }

    /** {@code r atan2(y, x)} in one word: a function whose name ends in digits, behind other names. */
    private boolean numberedFunction(String letters, List<Integer> places, Subscript subscript) {
        for (int from = 0; from < letters.length(); from++) {
            var function = letters.substring(from) + subscript.text();
            if (names.function(function).isEmpty()) {
                continue;
            }
            var before = names.split(letters.substring(0, from), false);
            if (from == 0 || before.isPresent()) {
                emit(before.orElse(List.of()), places);
                in.index = subscript.end();
                in.add(Kind.FUNCTION, function, places.get(from), in.index - places.get(from));
                return true;
            }
        }
        return false;
    }

    private boolean withSubscript(String letters, List<Integer> places, Subscript subscript) {
        var function = letters + subscript.text();
        if (!subscript.lowered() && function.equals("log10") && in.letterFollowsSpace(subscript.end())) {
            in.notices.add("log10 was read as the logarithm to base 10.");
            logarithm(letters, places, subscript);
            return true;
        }
        if (!subscript.lowered() && in.bracketFollows(subscript.end())) {
            if (function.equals("log2") || function.equals("log10")) {
                logarithm(letters, places, subscript);
                return true;
            }
            if (numberedFunction(letters, places, subscript)) {
                return true;
            }
        }
        for (int from = 0; from < letters.length(); from++) {
            for (int cut = subscript.text().length(); cut > 0; cut--) {
                boolean whole = cut == subscript.text().length();
                if (!whole && Character.isDigit(subscript.text().charAt(cut))) {
                    break;
                }
                var part = whole ? subscript : shortened(subscript, cut);
                var name = declared(letters.substring(from), part);
                var before =
                        from == 0 ? Optional.of(List.<Names.Word>of()) : names.split(letters.substring(0, from), false);
                if (name.isPresent() && before.isPresent()) {
                    emit(before.get(), places);
                    in.index = part.end();
                    in.add(name.get().kind(), name.get().text(), places.get(from), in.index - places.get(from));
                    return true;
                }
            }
        }
        return false;
    }

    private Subscript shortened(Subscript subscript, int length) {
        return new Subscript(
                subscript.text().substring(0, length),
                subscript.lowered(),
                subscript.end() - (subscript.text().length() - length));
    }

    private Optional<Names.Word> declared(String base, Subscript subscript) {
        var lowered = base + "_" + subscript.text();
        var plain = base + subscript.text();
        return subscript.lowered()
                ? names.declared(lowered).or(() -> names.declared(plain))
                : names.declared(plain).or(() -> names.declared(lowered));
    }

    /** What stands under the name: {@code _1}, {@code _{12}}, {@code ₁}, or digits right behind it. */
    private Optional<Subscript> subscript() {
        int i = in.index;
        var text = new StringBuilder();
        if (TokenBuffer.isDigit(in.current())) {
            while (i < in.text.length() && TokenBuffer.isDigit(in.text.charAt(i))) {
                text.append(in.text.charAt(i++));
            }
            return Optional.of(new Subscript(text.toString(), false, i));
        }
        while (i < in.text.length()
                && Superscripts.plainOfLowered(in.text.charAt(i)).isPresent()) {
            text.append(Superscripts.plainOfLowered(in.text.charAt(i++)).get().charValue());
        }
        if (text.length() > 0) {
            return Optional.of(new Subscript(text.toString(), true, i));
        }
        while (i < in.text.length() && TokenBuffer.isSpace(in.text.charAt(i))) {
            i++;
        }
        if (i >= in.text.length() || in.text.charAt(i) != '_') {
            return Optional.empty();
        }
        i++;
        boolean braced = i < in.text.length() && in.text.charAt(i) == '{';
        i += braced ? 1 : 0;
        int longest = braced || !in.latex ? in.text.length() : i + 1;
        boolean digits = i < in.text.length() && TokenBuffer.isDigit(in.text.charAt(i));
        while (i < Math.min(longest, in.text.length()) && subscriptGoesOn(in.text.charAt(i), braced, digits)) {
            text.append(in.text.charAt(i++));
        }
        if (text.length() == 0 || braced && (i >= in.text.length() || in.text.charAt(i) != '}')) {
            return Optional.empty();
        }
        return Optional.of(new Subscript(text.toString(), true, i + (braced ? 1 : 0)));
    }

    private static boolean subscriptGoesOn(char c, boolean braced, boolean digits) {
        if (c >= 128) {
            return false;
        }
        return braced ? Character.isLetterOrDigit(c) : digits ? TokenBuffer.isDigit(c) : Character.isLetter(c);
    }

    private void emit(List<Names.Word> words, List<Integer> places) {
        int at = 0;
        for (var word : words) {
            int start = places.get(at);
            int end = places.get(at + word.length());
            in.add(word.kind(), word.text(), start, end - start);
            if (word.kind() == Kind.FUNCTION
                    && word.text().startsWith("a")
                    && names.isDeclared("a")
                    && isInverse(word.text())) {
                var rest = word.text().substring(1);
                in.notices.add(word.text() + " was read as arc" + rest + ". Write a*" + rest + " for a product.");
            }
            at += word.length();
        }
    }

    private static boolean isInverse(String name) {
        return name.matches("a(sin|cos|tan)h?");
    }

    /** The last name carries the subscript: {@code xy_3} is x times an unknown y_3. */
    private void unknownWithSubscript(String letters, List<Integer> places, Subscript subscript, boolean digits) {
        int from = 0;
        while (from < letters.length() - 1
                && (!startsAnew(letters, from)
                        || names.word(letters.substring(from), false).isEmpty())) {
            from++;
        }
        from = startsAnew(letters, from) ? from : 0;
        emit(
                from == 0
                        ? List.of()
                        : names.split(letters.substring(0, from), false).orElse(List.of()),
                places);
        in.index = subscript.end();
        var name = letters.substring(from) + (digits ? "" : "_") + subscript.text();
        in.add(Kind.UNKNOWN, name, places.get(from), in.index - places.get(from));
    }

    private boolean startsAnew(String letters, int from) {
        return from == 0 || names.split(letters.substring(0, from), false).isPresent();
    }

    /** One wrong letter is named alone, a wrong word as a whole. */
    private void unknown(String letters, List<Integer> places) {
        int wrong = -1;
        if (letters.length() > 1
                && letters.length() <= 60
                && names.suggestion(letters).isPresent()) {
            in.add(Kind.UNKNOWN, letters, places.get(0), places.get(letters.length()) - places.get(0));
            return;
        }
        for (int i = 0; i < letters.length() && wrong < 0 && letters.length() <= 60; i++) {
            boolean head = i == 0 || names.split(letters.substring(0, i), false).isPresent();
            boolean tail = i == letters.length() - 1
                    || names.split(letters.substring(i + 1), true).isPresent();
            wrong = head && tail ? i : -1;
        }
        if (letters.length() == 1 || wrong < 0) {
            in.add(Kind.UNKNOWN, letters, places.get(0), places.get(letters.length()) - places.get(0));
            return;
        }
        if (wrong > 0) {
            emit(names.split(letters.substring(0, wrong), false).orElse(List.of()), places);
        }
        in.add(
                Kind.UNKNOWN,
                letters.substring(wrong, wrong + 1),
                places.get(wrong),
                places.get(wrong + 1) - places.get(wrong));
        if (wrong < letters.length() - 1) {
            emit(
                    names.split(letters.substring(wrong + 1), in.bracketFollows(in.index))
                            .orElse(List.of()),
                    places.subList(wrong + 1, places.size()));
        }
    }
}
