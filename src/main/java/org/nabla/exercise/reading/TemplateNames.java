package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nabla.math.Domain;
import org.nabla.math.Function;
import org.nabla.math.lexing.Vocabulary;

/** The names that the formulas of one template may use so far: letters, parameters, definitions. Each means one thing. */
final class TemplateNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)?");

    private final Map<String, Domain> known = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    /** Adds a name, or says why it cannot be one. */
    Optional<String> add(String name, Domain domain) {
        var refusal = refusal(name);
        if (refusal.isEmpty()) {
            known.put(name, domain);
        }
        return refusal;
    }

    /** Adds the name of a word, which prose alone may use. */
    Optional<String> addWord(String name) {
        var refusal = refusal(name);
        if (refusal.isEmpty()) {
            words.add(name);
        }
        return refusal;
    }

    private Optional<String> refusal(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    "\"" + name + "\" is no name: a letter, then letters and digits, perhaps _ and an index");
        }
        if (known.containsKey(name) || words.contains(name)) {
            return Optional.of("the name " + name + " is taken already");
        }
        if (Function.named(name).isPresent() || name.equals("pi")) {
            return Optional.of(name + " is the name of a function or a constant; choose another");
        }
        return Optional.empty();
    }

    /** Adds a letter for one formula; the rest never sees it. */
    TemplateNames with(String name) {
        var copy = new TemplateNames();
        copy.known.putAll(known);
        copy.words.addAll(words);
        copy.known.putIfAbsent(name, Domain.REAL);
        return copy;
    }

    boolean isWord(String name) {
        return words.contains(name);
    }

    public Vocabulary vocabulary() {
        return Vocabulary.of(known).forAuthors(true);
    }

    /** The known one that was probably meant. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        return known.stream()
                .collect(Collectors.toMap(k -> k, k -> distance(typed, k), (a, b) -> a, LinkedHashMap::new))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() <= Math.max(2, e.getKey().length() / 3))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
