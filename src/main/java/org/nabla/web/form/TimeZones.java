package org.nabla.web.form;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The time zones among which people choose: those named after a place, and UTC. */
public final class TimeZones {

    public static final String UTC = "UTC";

    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
    private static final Set<String> IDS = ids(ZoneId.getAvailableZoneIds());

    private TimeZones() {}

    /** One of them, and how it is called. */
    public record Choice(String id, String name) {}

    /** Those of a part of the world. */
    public record Group(String region, List<Choice> zones) {}

    public static Set<String> ids() {
        return IDS;
    }

    /** In the order of the alphabet, by part of the world. */
    public static List<Group> groups() {
        Map<String, List<Choice>> byRegion = new TreeMap<>();
        for (var id : IDS) {
            var slash = id.indexOf('/');
            if (slash > 0) {
                byRegion.computeIfAbsent(id.substring(0, slash), r -> new ArrayList<>())
                        .add(new Choice(
                                id, id.substring(slash + 1).replace('_', ' ').replace("/", ", ")));
            }
        }
        return byRegion.entrySet().stream()
                .map(e -> new Group(e.getKey(), e.getValue()))
                .toList();
    }

    private static Set<String> ids(Set<String> available) {
        var ids = new TreeSet<String>();
        available.stream().filter(id -> PLACE.matcher(id).matches()).forEach(ids::add);
        ids.add(UTC);
        return Collections.unmodifiableSet(ids);
    }
}
