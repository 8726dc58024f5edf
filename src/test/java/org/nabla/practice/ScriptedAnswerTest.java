package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

/**
 * What a script gets in answer to a form is read with what is written. It says the same as the page that another request asks for
 * anew, whatever was done before.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ScriptedAnswerTest {
    private static final String TEMPLATE = "first-partial-derivative";

    @Inject
    ExerciseStore exercises;

    @Test
    void itSaysWhatThePageSaysThatIsAskedForAnew() {
        var ada = Browsing.signedUp("Ada");
        assertAlike(ada, 0, "17");
        assertAlike(ada, 0, "17"); // tried before
        assertAlike(ada, 0, "2x +");
        ada.post(address(0) + "/help", "hints", "1");
        assertAlike(ada, 0, key(0)); // with help, and not the first
        assertAlike(ada, 1, key(1));
        assertAlike(ada, 2, "18");
        assertAlike(ada, 3, "19");
        assertAlike(ada, 4, "20"); // stuck
        ada.post("/practice/track", "track", "multivariable");
        for (var seed = 5; seed < 13; seed++) {
            assertAlike(ada, seed, key(seed)); // the end of a sitting among them
        }
    }

    @Test
    void itSaysSoOfAStrangersFirstAnswerAndOfTheNext() {
        var stranger = Browsing.start();

        assertAlike(stranger, 0, "17");
        assertAlike(stranger, 1, key(1));
    }

    @Test
    void itSaysSoToWhoHasACourseWithAnAssignment() {
        var lesson = new Lesson();
        var ada = lesson.join(Browsing.signedUp("Ada"));
        var assignment = lesson.assign(lesson.set(TEMPLATE, "gradient-at-a-point"), Map.of());
        ada.page(assignment + "/problems/1");
        ada.post("/check-in", "track", "machine-learning");

        assertAlike(ada, 0, "17");
        assertAlike(ada, 1, key(1));
    }

    private void assertAlike(Browsing who, int seed, String typed) {
        var form = UUID.randomUUID().toString();
        var answered = who.script(address(seed), "submission", form, "decimals", "point", "answer-a", typed);
        assertThat(answered.statusCode()).as(typed).isEqualTo(200);
        var fragment = work(Jsoup.parse(answered.asString()));
        var page = work(who.page(address(seed) + "?attempt=" + form));

        assertThat(fragment).as("the answer %s to variant %d", typed, seed).isEqualTo(page);
        assertThat(fragment).contains("class=\"verdict");
    }

    /** Without the name of the next form. */
    private static String work(Document page) {
        var work = page.expectFirst("#work");
        work.select("input[name=submission]").forEach(Element::remove);
        return work.outerHtml().replaceAll("\\s+", " ");
    }

    private static String address(int seed) {
        return "/practice/" + TEMPLATE + "/" + seed;
    }

    private String key(int seed) {
        return exercises
                .find(new ExerciseId(TEMPLATE), new Seed(seed))
                .orElseThrow()
                .exercise()
                .parts()
                .get(0)
                .answer()
                .value()
                .get(0);
    }
}
