package org.nabla.practice.map;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Things and what each needs, without circles.
 *
 * @param needs for each thing, in an order in which nothing comes before what it needs, the things that it needs directly
 * @param outside those that are shown only because something needs them
 */
record Network(Map<String, Set<String>> needs, Set<String> outside) {

    Network {
        var copy = new LinkedHashMap<String, Set<String>>();
        needs.forEach((id, needed) -> copy.put(id, new LinkedHashSet<>(needed)));
        needs = copy;
    }

    List<String> ids() {
        return List.copyOf(needs.keySet());
    }

    Set<String> needs(String id) {
        return needs.getOrDefault(id, Set.of());
    }

    List<String> opens(String id) {
        return ids().stream().filter(other -> needs(other).contains(id)).toList();
    }

    /** Without the needs that another need implies: what is left says the same with the fewest lines. */
    Network reduced() {
        var reduced = new LinkedHashMap<String, Set<String>>();
        needs.forEach((id, needed) -> {
            var direct = new LinkedHashSet<>(needed);
            needed.forEach(one -> direct.removeAll(behind(one)));
            reduced.put(id, direct);
        });
        return new Network(reduced, outside);
    }

    /** All that is needed before this, however many steps back. */
    private Set<String> behind(String id) {
        var found = new LinkedHashSet<String>();
        for (var need : needs(id)) {
            found.add(need);
            found.addAll(behind(need));
        }
        return found;
    }
}
