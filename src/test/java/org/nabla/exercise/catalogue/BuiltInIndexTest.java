package org.nabla.exercise.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nabla.exercise.template.ExerciseTemplate;

/** A catalog by the index of the build holds what one holds that reads all files. */
class BuiltInIndexTest {
    private static final BuiltInIndex INDEX = BuiltInIndex.read(String.join("\n", BuiltInIndex.lines()));

    @Test
    void templatesByTheIndexAreThoseOfTheirFiles() {
        var read = ExerciseCatalogue.load();
        var indexed = ExerciseCatalogue.load(INDEX);

        assertThat(indexed.broken()).isEmpty();
        assertThat(indexed.all())
                .extracting(ExerciseTemplate::heading)
                .isEqualTo(read.all().stream().map(ExerciseTemplate::heading).toList());
        assertThat(indexed.all()).allSatisfy(template -> {
            var same = read.find(template.id()).orElseThrow();
            assertThat(template.numbers()).isEqualTo(same.numbers());
            assertThat(template.parts()).isEqualTo(same.parts()).hasSize(template.partCount());
            assertThat(template.page()).isEqualTo(same.page());
            assertThat(template.page().solution()).hasSize(template.stepCount());
            assertThat(indexed.text(template.id())).isEqualTo(read.text(template.id()));
        });
    }

    @Test
    void lessonsByTheIndexAreThoseOfTheirFiles() {
        var read = LessonCatalogue.load();
        var indexed = LessonCatalogue.load(INDEX);

        assertThat(indexed.broken()).isEmpty();
        assertThat(indexed.all())
                .extracting(lesson -> indexed.text(lesson.skill()))
                .isEqualTo(read.all().stream()
                        .map(lesson -> read.text(lesson.skill()))
                        .toList());
        assertThat(indexed.all())
                .extracting(lesson -> lesson.template().parts())
                .isEqualTo(read.all().stream()
                        .map(lesson -> lesson.template().parts())
                        .toList());
    }

    @Test
    void nothingIsKnownOfAFileThatTheBuildDidNotSee() {
        var file = BuiltInFiles.files(ExerciseCatalogue.FOLDER)
                .entrySet()
                .iterator()
                .next();

        assertThat(INDEX.heading(file.getKey(), file.getValue())).isPresent();
        assertThat(INDEX.heading(file.getKey(), file.getValue() + "# changed")).isEmpty();
        assertThat(INDEX.skill("lessons/new.yaml", file.getValue())).isEmpty();
    }
}
