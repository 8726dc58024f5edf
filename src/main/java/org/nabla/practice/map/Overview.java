package org.nabla.practice.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.Track;

/** The whole map at a glance: the areas, what each builds on, and how far the learner is in each. */
record Overview(Optional<Track> track, List<Track> tracks, List<Card> cards, Diagram wide, Diagram narrow) {
    private static final Diagram.Size WIDE = new Diagram.Size(3, 29, 5, 2.5);
    private static final Diagram.Size NARROW = new Diagram.Size(2, 46, 6.5, 2.25);

    /** An area on the map. */
    record Card(MapNode node, Tally tally) {}

    static Overview of(Atlas atlas, Optional<Track> track) {
        var shown = shown(track);
        var areas = atlas.curriculum().areas().stream()
                .filter(area -> area.skills().stream().anyMatch(shown))
                .toList();
        var network = network(atlas, areas, shown);
        var wide = Diagram.of(network, WIDE);
        var narrow = Diagram.of(network, NARROW);
        var query = track.map(t -> "?track=" + t.id()).orElse("");
        var cards = new ArrayList<Card>();
        for (var area : areas) {
            var node = new MapNode(
                    area.id(),
                    area.title(),
                    "/skills/map/" + area.id() + query,
                    MapState.NONE,
                    false,
                    false,
                    "",
                    network.needs(area.id()).stream()
                            .flatMap(id -> atlas.curriculum().area(id).stream())
                            .map(Area::title)
                            .toList(),
                    wide.spots().getOrDefault(area.id(), new Diagram.Spot(0, 0)),
                    narrow.spots().getOrDefault(area.id(), new Diagram.Spot(0, 0)));
            cards.add(new Card(
                    node, Tally.of(atlas, area.skills().stream().filter(shown).toList())));
        }
        return new Overview(track, atlas.curriculum().tracks(), List.copyOf(cards), wide, narrow);
    }

    static Predicate<Skill> shown(Optional<Track> track) {
        return skill -> track.isEmpty() || track.get().has(skill.id());
    }

    private static Network network(Atlas atlas, List<Area> areas, Predicate<Skill> shown) {
        var needs = new LinkedHashMap<String, Set<String>>();
        var present = areas.stream().map(Area::id).collect(Collectors.toSet());
        for (var area : areas) {
            var needed = new LinkedHashSet<String>();
            area.skills().stream()
                    .filter(shown)
                    .forEach(skill -> skill.needs()
                            .forEach(need -> atlas.curriculum()
                                    .areaOf(need)
                                    .map(Area::id)
                                    .filter(id -> !id.equals(area.id()) && present.contains(id))
                                    .ifPresent(needed::add)));
            needs.put(area.id(), needed);
        }
        return new Network(needs, Set.of()).reduced();
    }

    public String trackId() {
        return track.map(Track::id).orElse("");
    }
}
