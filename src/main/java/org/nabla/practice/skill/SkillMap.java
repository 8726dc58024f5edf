package org.nabla.practice.skill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.Track;

/**
 * The skills as they are listed: by area and chapter, in the order in which they are learnt.
 *
 * @param query what was searched; empty for all
 * @param track the one to which the list is limited
 */
record SkillMap(String query, Optional<Track> track, List<Track> tracks, List<Part> areas) {

    /** An area with those of its chapters in which something was found. */
    record Part(String id, String title, List<Chapter> chapters) {}

    record Chapter(String title, List<Row> rows) {}

    /** @param found its exercises that fit the search by name; empty where nothing was searched */
    record Row(String address, String name, int count, List<ListedExercise> found) {

        public String exercises() {
            return switch (count) {
                case 0 -> "coming: no exercises yet";
                case 1 -> "1 exercise";
                default -> count + " exercises";
            };
        }
    }

    static SkillMap of(Curriculum curriculum, ExerciseCatalogue catalogue, Optional<Track> track, String query) {
        var search = new Search(catalogue, query);
        var areas = new ArrayList<Part>();
        for (var area : curriculum.areas()) {
            var chapters = new LinkedHashMap<String, List<Row>>();
            for (var skill : area.skills()) {
                if (track.isEmpty() || track.get().has(skill.id())) {
                    search.row(area, skill)
                            .ifPresent(row -> chapters.computeIfAbsent(skill.chapter(), c -> new ArrayList<>())
                                    .add(row));
                }
            }
            if (!chapters.isEmpty()) {
                areas.add(new Part(
                        area.id(),
                        area.title(),
                        chapters.entrySet().stream()
                                .map(c -> new Chapter(c.getKey(), List.copyOf(c.getValue())))
                                .toList()));
            }
        }
        return new SkillMap(query, track, curriculum.tracks(), List.copyOf(areas));
    }

    public String trackId() {
        return track.map(Track::id).orElse("");
    }

    private static final class Search {
        private final ExerciseCatalogue catalogue;
        private final List<String> words;
        private final boolean forAll;

        Search(ExerciseCatalogue catalogue, String query) {
            this.catalogue = catalogue;
            this.words = List.of(query.toLowerCase(Locale.ROOT).split("\\s+"));
            this.forAll = query.isEmpty();
        }

        /** The skill with its exercises; empty where neither it nor one of them fits. */
        Optional<Row> row(Area area, Skill skill) {
            var exercises = ListedExercise.of(catalogue, skill.id());
            var found = forAll
                    ? List.<ListedExercise>of()
                    : exercises.stream().filter(row -> fits(row.title())).toList();
            var text = String.join(" ", skill.id().value(), skill.name(), skill.what(), skill.chapter(), area.title());
            return fits(text) || !found.isEmpty()
                    ? Optional.of(new Row(skill.address(), skill.name(), exercises.size(), found))
                    : Optional.empty();
        }

        private boolean fits(String text) {
            var lower = text.toLowerCase(Locale.ROOT);
            return words.stream().allMatch(lower::contains);
        }
    }
}
