package org.nabla.practice.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.Track;
import org.nabla.practice.map.Landmarks.Landmark;

/** The map of one area, chapter by chapter. */
record AreaMap(
        String id,
        String title,
        Optional<Track> track,
        List<Track> tracks,
        List<ChapterMap> chapters,
        Optional<Area> before,
        Optional<Area> after,
        Map<String, List<Landmark>> landmarks) {

    /** @param skills of the chapter that it needs, by name */
    public record Beside(Landmark landmark, String skills) {}

    static AreaMap of(Atlas atlas, Area area, Optional<Track> track, List<Landmarks> landmarks) {
        var shown = Overview.shown(track);
        var chapters = area.skills().stream()
                .filter(shown)
                .map(Skill::chapter)
                .distinct()
                .map(chapter -> ChapterMap.of(atlas, area, chapter, Optional.empty(), shown))
                .toList();
        var all = atlas.curriculum().areas().stream()
                .filter(other -> other.equals(area) || other.skills().stream().anyMatch(shown))
                .toList();
        var at = all.indexOf(area);
        return new AreaMap(
                area.id(),
                area.title(),
                track,
                atlas.curriculum().tracks(),
                chapters,
                at > 0 ? Optional.of(all.get(at - 1)) : Optional.empty(),
                at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty(),
                area.skills().stream()
                        .collect(Collectors.toMap(
                                skill -> skill.id().value(),
                                skill -> landmarks.stream()
                                        .flatMap(some -> some.at(skill.id()).stream())
                                        .toList())));
    }

    /** What stands beside the skills of a chapter, each once. */
    public List<Beside> beside(ChapterMap chapter) {
        var skills = new LinkedHashMap<Landmark, List<String>>();
        chapter.nodes().stream()
                .filter(node -> !node.outside())
                .forEach(node -> landmarks
                        .getOrDefault(node.id(), List.of())
                        .forEach(one -> skills.computeIfAbsent(one, l -> new ArrayList<>())
                                .add(node.name())));
        return skills.entrySet().stream()
                .map(one -> new Beside(one.getKey(), String.join(", ", one.getValue())))
                .toList();
    }

    public String trackId() {
        return track.map(Track::id).orElse("");
    }

    /** What keeps the track in an address. */
    public String query() {
        return track.map(t -> "?track=" + t.id()).orElse("");
    }
}
