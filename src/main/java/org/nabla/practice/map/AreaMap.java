package org.nabla.practice.map;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.Track;

/** The map of one area, chapter by chapter. */
record AreaMap(
        String id,
        String title,
        Optional<Track> track,
        List<Track> tracks,
        List<ChapterMap> chapters,
        Optional<Area> before,
        Optional<Area> after) {

    static AreaMap of(Atlas atlas, Area area, Optional<Track> track) {
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
                at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty());
    }

    public String trackId() {
        return track.map(Track::id).orElse("");
    }

    /** What keeps the track in an address. */
    public String query() {
        return track.map(t -> "?track=" + t.id()).orElse("");
    }
}
