package org.nabla.moodle.download;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.moodle.MoodleXml;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/** Draws exercises for Moodle: with numbers that are those of practice, never those of an assignment. */
@Singleton
class MoodleFiles {
    static final int MOST = 20;
    private static final int USUAL = 5;
    private static final int LOOKS = 3;

    /** So many questions are in one file at most. */
    private static final int MOST_QUESTIONS = 200;

    @CheckedTemplate(basePath = "moodle")
    static class Templates {
        static native TemplateInstance moodle(MoodlePage page);
    }

    private final ExerciseStore exercises;

    MoodleFiles(ExerciseStore exercises) {
        this.exercises = exercises;
    }

    /** @param address of the page, to which the one of the file is {@code .xml} added */
    TemplateInstance page(String title, String address, String back, String backTo, List<ExerciseId> templates) {
        return page(title, address, back, backTo, templates, "");
    }

    private TemplateInstance page(
            String title, String address, String back, String backTo, List<ExerciseId> templates, String notice) {
        var one = draw(templates, 1);
        var leftOut = one.stream()
                .flatMap(exercise -> MoodleXml.obstacle(exercise).stream())
                .toList();
        var most = most(templates);
        return Templates.moodle(new MoodlePage(
                title,
                address,
                back,
                backTo,
                one.size() - leftOut.size(),
                leftOut.stream().distinct().toList(),
                Math.min(USUAL, most),
                most,
                notice));
    }

    private static int most(List<ExerciseId> templates) {
        return Math.max(1, Math.min(MOST, MOST_QUESTIONS / Math.max(1, templates.size())));
    }

    /** The file. @param typed how many instances of each; what is no such number is the usual one */
    Response file(String title, String name, List<ExerciseId> templates, String typed) {
        var most = most(templates);
        var count = typed.matches("[0-9]{1,3}")
                ? Math.max(1, Math.min(most, Integer.parseInt(typed)))
                : Math.min(USUAL, most);
        return Response.ok(MoodleXml.write(title, draw(templates, count)), "application/xml;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"moodle-" + name.toLowerCase(Locale.ROOT) + ".xml\"")
                .build();
    }

    /** Each as often as it is wanted, where the template has so many that differ. */
    private List<Exercise> draw(List<ExerciseId> templates, int count) {
        var drawn = new ArrayList<Exercise>();
        var seen = new HashSet<String>();
        for (var template : templates) {
            var made = 0;
            for (var seed = 0; seed < LOOKS * count + LOOKS && made < count; seed++) {
                var exercise = exercises.find(template, new Seed(seed)).map(StoredExercise::exercise);
                if (exercise.isPresent() && seen.add(template + exercise.get().prompt())) {
                    drawn.add(exercise.get());
                    made++;
                }
            }
        }
        return drawn;
    }
}
