package org.nabla.practice.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Skill;

/**
 * The picture of one chapter: its skills, what they need from elsewhere, and the lines between.
 *
 * @param anchor its name within the page
 * @param opens where what is learnt here is needed
 */
public record ChapterMap(
        String title, String anchor, List<MapNode> nodes, Diagram wide, Diagram narrow, List<Place> opens) {
    private static final Diagram.Size WIDE = new Diagram.Size(4, 22, 5.5, 2.25);
    private static final Diagram.Size NARROW = new Diagram.Size(2, 46, 6.75, 2.25);

    /** A chapter elsewhere, and how many of its skills need something from here. */
    public record Place(String title, String address, int count) {}

    /** @param here the skill on whose page the picture stands */
    static ChapterMap of(Atlas atlas, Area area, String chapter, Optional<Skill> here, Predicate<Skill> shown) {
        var own = area.skills().stream()
                .filter(skill -> skill.chapter().equals(chapter) && shown.test(skill))
                .toList();
        var network = network(atlas, own);
        var wide = Diagram.of(network, WIDE);
        var narrow = Diagram.of(network, NARROW);
        var nodes = new ArrayList<MapNode>();
        for (var id : network.ids()) {
            var skill = atlas.skill(id);
            var outside = network.outside().contains(id);
            nodes.add(new MapNode(
                    id,
                    skill.name(),
                    skill.address(),
                    atlas.state(skill),
                    outside,
                    here.filter(skill::equals).isPresent(),
                    outside ? skill.chapter() : atlas.hasExercises(skill) ? "" : "coming",
                    network.needs(id).stream()
                            .map(need -> atlas.skill(need).name())
                            .toList(),
                    spot(wide, id),
                    spot(narrow, id)));
        }
        return new ChapterMap(chapter, anchor(chapter), List.copyOf(nodes), wide, narrow, opens(atlas, own, shown));
    }

    static String anchor(String chapter) {
        return chapter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Diagram.Spot spot(Diagram diagram, String id) {
        return diagram.spots().getOrDefault(id, new Diagram.Spot(0, 0));
    }

    private static Network network(Atlas atlas, List<Skill> own) {
        var outside = new LinkedHashSet<String>();
        own.forEach(skill -> skill.needs().stream()
                .filter(need -> own.stream().noneMatch(one -> one.id().equals(need)))
                .forEach(need -> outside.add(need.value())));
        var needs = new LinkedHashMap<String, Set<String>>();
        outside.forEach(id -> needs.put(id, Set.of()));
        own.forEach(skill -> {
            var needed = new LinkedHashSet<String>();
            skill.needs().forEach(need -> needed.add(need.value()));
            needs.put(skill.id().value(), needed);
        });
        return new Network(needs, Set.copyOf(outside)).reduced();
    }

    private static List<Place> opens(Atlas atlas, List<Skill> own, Predicate<Skill> shown) {
        var counts = new LinkedHashMap<String, Place>();
        for (var skill : atlas.curriculum().skills()) {
            if (shown.test(skill)
                    && !own.contains(skill)
                    && own.stream().anyMatch(one -> skill.needs().contains(one.id()))) {
                var area = atlas.curriculum().areaOf(skill.id()).map(Area::id).orElse("");
                counts.merge(
                        skill.chapter(),
                        new Place(skill.chapter(), "/skills/map/" + area + "#" + anchor(skill.chapter()), 1),
                        (a, b) -> new Place(a.title(), a.address(), a.count() + b.count()));
            }
        }
        return List.copyOf(counts.values());
    }
}
