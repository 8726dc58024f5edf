package org.nabla.practice.map;

import java.util.List;

/**
 * One thing on the map.
 *
 * @param note in a few words beside its name: where it stands when that is elsewhere, or that its exercises are still coming
 * @param needs the names of what it needs, for those who do not see the lines
 * @param wide its place in the picture for a wide window, and {@code narrow} in that for a phone
 */
record MapNode(
        String id,
        String name,
        String address,
        MapState state,
        boolean outside,
        boolean here,
        String note,
        List<String> needs,
        Diagram.Spot wide,
        Diagram.Spot narrow) {

    public String style() {
        return "--x:%s%%;--y:%srem;--nx:%s%%;--ny:%srem".formatted(wide.x(), wide.y(), narrow.x(), narrow.y());
    }

    public String needed() {
        return String.join("; ", needs);
    }
}
