package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.exercise.Exercise;

/** Templates that ask the same under two names: their keys are the same for many of the exercises. */
final class Twins {
    /** Short keys, such as a small number, coincide by chance. */
    private static final int TELLING = 9;

    private static final int FEWEST = 5;
    private static final double SHARED = 0.25;

    private final Map<String, Set<List<String>>> keys = new LinkedHashMap<>();

    /** Takes up the exercises of one template. */
    void add(String template, List<Exercise> exercises) {
        var seen = new HashSet<List<String>>();
        for (var exercise : exercises) {
            var key = exercise.parts().stream()
                    .filter(p -> !p.answer().kind().startsWith("choice"))
                    .flatMap(p -> p.answer().value().stream())
                    .toList();
            if (String.join(";", key).length() >= TELLING) {
                seen.add(key);
            }
        }
        keys.put(template, seen);
    }

    /** A sentence for each pair. */
    List<String> found() {
        var found = new ArrayList<String>();
        var names = List.copyOf(keys.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                var a = keys.getOrDefault(names.get(i), Set.of());
                var b = keys.getOrDefault(names.get(j), Set.of());
                long both = a.stream().filter(b::contains).count();
                if (both >= FEWEST && both >= SHARED * Math.min(a.size(), b.size())) {
                    found.add(names.get(i) + " and " + names.get(j) + " may be twins: " + both
                            + " keys are the same, of " + a.size() + " and " + b.size());
                }
            }
        }
        return found;
    }
}
