package org.nabla.classroom.problemset;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.sheet.ExerciseSheet;
import org.nabla.classroom.sheet.Sheets;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/**
 * Problem sets on paper. The numbers of a version follow from the set and the version alone, so that the key can be printed on
 * another day than the sheet; the code on both tells whether they belong together.
 */
@Singleton
class Worksheets {
    static final int MOST_VERSIONS = 26;
    private static final int LOOKS = 8;

    private final ProblemSetService sets;
    private final ExerciseStore exercises;
    private final Sheets sheets;

    Worksheets(ProblemSetService sets, ExerciseStore exercises, Sheets sheets) {
        this.sets = sets;
        this.exercises = exercises;
        this.sheets = sheets;
    }

    /**
     * One version.
     *
     * @param letter A for the first
     * @param code stands at the foot of every page, of the sheet and of its key
     */
    record Version(String letter, String code, List<ExerciseSheet> sheets) {}

    List<Version> versions(ProblemSetService.Whole set, int count) {
        var picked = sets.pick(set);
        var versions = new ArrayList<Version>();
        for (var number = 0; number < count; number++) {
            versions.add(version(set.id(), picked, number));
        }
        return versions;
    }

    private Version version(long set, List<Picked> picked, int number) {
        var chosen = new ArrayList<Exercise>();
        var written = new ArrayList<ExerciseSheet>();
        for (var i = 0; i < picked.size(); i++) {
            var problem = picked.get(i);
            var exercise = exercise(problem, new SplittableRandom(set * 1_000_003 + number * 1_009L + i), chosen);
            exercise.map(StoredExercise::exercise).ifPresent(made -> {
                chosen.add(made);
                written.add(sheets.of(made, written.size() + 1, Words.points(problem.points()))
                        .onPaper());
            });
        }
        var letter = String.valueOf((char) ('A' + number));
        return new Version(letter, set + letter + "-" + fingerprint(chosen), written);
    }

    /** Not one that stands on the sheet already, where there are others. */
    private Optional<StoredExercise> exercise(Picked problem, SplittableRandom seeds, List<Exercise> before) {
        var found = Optional.<StoredExercise>empty();
        for (var look = 0; look < LOOKS; look++) {
            var made = exercises.find(problem.template().id(), new Seed(seeds.nextInt(Seed.COUNT)));
            if (made.filter(e -> before.stream()
                            .noneMatch(b -> b.prompt().equals(e.exercise().prompt())))
                    .isPresent()) {
                return made;
            }
            found = made.isPresent() ? made : found;
        }
        return found;
    }

    private static String fingerprint(List<Exercise> exercises) {
        var text = exercises.stream()
                .map(e -> e.template() + "/" + e.version() + "/" + e.seed())
                .collect(Collectors.joining("\n"));
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%04x", sum.getValue() & 0xffff);
    }
}
