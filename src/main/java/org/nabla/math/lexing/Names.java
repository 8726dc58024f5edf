package org.nabla.math.lexing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nabla.math.Function;
import org.nabla.math.Greek;

/**
 * The words that a text may use under a vocabulary, and how a run of letters falls apart into them: {@code xsinxy} into x,
 * sin, x, y. As few words as possible; a declared name wins over everything else.
 */
public final class Names {

    /** A word of the language: its kind and normalised text, and how many letters it takes. */
    record Word(Lexeme.Kind kind, String text, int length) {}

    private static final Set<String> CONSTANTS = Set.of("pi", "e");
    private static final int LONGEST = 12;
    private static final int FOREIGN = 1000;
    /** Shorter Greek names, such as xi, may be a product of declared letters. */
    private static final int UNBREAKABLE = 5;

    private final Vocabulary vocabulary;
    private final Map<String, String> declared = new HashMap<>();
    private final Map<String, String> alsoDeclared = new HashMap<>();
    private int longest = LONGEST;

    public Names(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (var name : vocabulary.variables().keySet()) {
            declare(name);
        }
        for (var name : vocabulary.functions()) {
            declare(name);
        }
        alsoDeclared.keySet().removeAll(declared.keySet());
    }

    private void declare(String name) {
        var key = Greek.spelledOut(name).replace("{", "").replace("}", "");
        declared.put(key, name);
        longest = Math.max(longest, key.length());
        int underscore = key.indexOf('_');
        if (underscore > 0) {
            alsoDeclared.put(key.substring(0, underscore) + key.substring(underscore + 1), name);
        } else {
            int digits = key.length();
            while (digits > 0 && Character.isDigit(key.charAt(digits - 1))) {
                digits--;
            }
            if (digits > 0 && digits < key.length()) {
                alsoDeclared.put(key.substring(0, digits) + "_" + key.substring(digits), name);
            }
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The declared name, in its own spelling. */
    Optional<Word> declared(String key) {
        var name = declared.get(key);
        if (name == null) {
            name = alsoDeclared.get(key);
        }
        if (name == null) {
            return Optional.empty();
        }
        var kind = vocabulary.variables().containsKey(name) ? Lexeme.Kind.SYMBOL : Lexeme.Kind.DECLARED_FUNCTION;
        return Optional.of(new Word(kind, name, key.length()));
    }

    boolean isDeclared(String key) {
        return declared.containsKey(key);
    }

    /** The function with this name, if this text may use it. */
    Optional<Function> function(String name) {
        return Function.named(name).filter(f -> vocabulary.forAuthors() || !f.forAuthors());
    }

    /** Falls apart into known words; empty where some letter belongs to none. */
    Optional<List<Word>> split(String letters, boolean bracketFollows) {
        int n = letters.length();
        var cost = new int[n + 1];
        var choice = new ArrayList<Optional<Word>>();
        for (int i = 0; i < n; i++) {
            choice.add(Optional.empty());
        }
        for (int i = n - 1; i >= 0; i--) {
            cost[i] = Integer.MAX_VALUE / 2;
            for (int length = Math.min(longest, n - i); length > 0; length--) {
                var word = word(letters.substring(i, i + length), bracketFollows && i + length == n);
                if (word.isPresent()) {
                    int price = cost[i + length] + price(word.get());
                    if (price < cost[i]) {
                        cost[i] = price;
                        choice.set(i, word);
                    }
                }
            }
        }
        var words = new ArrayList<Word>();
        for (int i = 0; i < n; ) {
            var word = choice.get(i);
            if (word.isEmpty() || cost[i] >= Integer.MAX_VALUE / 2) {
                return Optional.empty();
            }
            words.add(word.get());
            i += word.get().length();
        }
        return Optional.of(words);
    }

    private static int price(Word word) {
        return word.kind() == Lexeme.Kind.UNKNOWN && word.length() < UNBREAKABLE ? FOREIGN : 1;
    }

    /** What exactly these letters mean, as one word. */
    Optional<Word> word(String letters, boolean bracketFollows) {
        var name = declared(letters);
        if (name.isPresent()) {
            return name;
        }
        if (bracketFollows && letters.equals("sigma")) {
            return Optional.of(new Word(Lexeme.Kind.FUNCTION, "sigmoid", letters.length()));
        }
        if (function(letters).filter(f -> bracketFollows || f.standsAlone()).isPresent()) {
            return Optional.of(new Word(Lexeme.Kind.FUNCTION, letters, letters.length()));
        }
        if (CONSTANTS.contains(letters)) {
            return Optional.of(new Word(Lexeme.Kind.CONSTANT, letters, letters.length()));
        }
        if (letters.length() == 1 && (letters.equals("i") || vocabulary.unitVectors() && "jk".contains(letters))) {
            var kind = vocabulary.unitVectors() ? Lexeme.Kind.SYMBOL : Lexeme.Kind.CONSTANT;
            return Optional.of(new Word(kind, letters, 1));
        }
        boolean foreign = vocabulary.freeParameter() && (letters.length() == 1 || Greek.isName(letters))
                || vocabulary.arbitraryConstant() && letters.length() == 1 && "CcKk".contains(letters)
                || letters.length() >= UNBREAKABLE && Greek.isName(letters);
        return foreign ? Optional.of(new Word(Lexeme.Kind.UNKNOWN, letters, letters.length())) : Optional.empty();
    }

    /** What to say of an undeclared name. */
    public String complaint(String name) {
        var likeness = Lookalikes.of(name)
                .filter(l -> split(l.latin(), true)
                        .filter(words -> words.stream().noneMatch(w -> w.kind() == Lexeme.Kind.UNKNOWN))
                        .isPresent());
        if (likeness.isPresent()) {
            return likeness.get().sentence();
        }
        if (Lookalikes.isCyrillic(name)) {
            return "There is no " + name + " here: this is typed in Cyrillic letters. Switch the keyboard.";
        }
        if (name.startsWith("In") && split("ln" + name.substring(2), true).isPresent()) {
            return "There is no In here: did you mean ln, with a small L?";
        }
        if (name.equals("power") || name.equals("pow")) {
            return "There is no " + name + " here: write x^2 for a power.";
        }
        var near = suggestion(name);
        if (near.isPresent()) {
            return "There is no " + name + " here: did you mean " + near.get() + "?";
        }
        if (name.equals("d")) {
            return "There is no d here: write a derivative itself, not d/dx, and an integral without dx.";
        }
        var letters = name.replaceAll("[0-9]+$", "");
        if (!letters.equals(name) && split(letters, false).isPresent()) {
            var digits = name.substring(letters.length());
            return "There is no " + name + " here: write " + letters + "^" + digits + " for a power or " + digits
                    + letters + " for a product.";
        }
        var known = new ArrayList<>(vocabulary.variables().keySet());
        if (vocabulary.unitVectors()) {
            known.addAll(List.of("i", "j", "k"));
        }
        if (known.isEmpty()) {
            return "There is no " + name + " here: a number is asked, without letters.";
        }
        var last = known.remove(known.size() - 1);
        return "There is no " + name + " here: "
                + (known.isEmpty()
                        ? "the only letter is " + last
                        : "the letters are " + String.join(", ", known) + " and " + last)
                + ".";
    }

    /** A name that was probably meant. */
    Optional<String> suggestion(String name) {
        for (var other : List.of(name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))) {
            if (!other.equals(name)
                    && split(other, true)
                            .filter(ws -> ws.stream().noneMatch(w -> w.kind() == Lexeme.Kind.UNKNOWN))
                            .isPresent()) {
                return Optional.of(other);
            }
        }
        return Stream.concat(
                        vocabulary.variables().keySet().stream(),
                        Stream.of(Function.values())
                                .filter(f -> !f.forAuthors())
                                .flatMap(f -> f.names().stream()))
                .filter(known -> Spelling.isNear(name, known))
                .findFirst();
    }
}
