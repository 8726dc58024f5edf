package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.UserId;
import org.nabla.classroom.Lesson;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.Histories;

/** Whoever has practised all that a project needs hears of it: once beside the answer, then at home and at the end of a sitting. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ReadyProjectTest {
    private static final String TEMPLATE = "linear-approximation-of-a-root";
    private static final String PROJECT = "a[href=/projects/gradient-check]";
    private static final String WHY = "You have practiced all that it needs.";
    private static final int ENOUGH = 6;

    @Inject
    Histories histories;

    @Inject
    ExerciseStore exercises;

    @Inject
    SkillStates states;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private int answers;

    @Test
    void theAnswerThatMakesAProjectReadySaysSoAndNoOtherDoes() {
        var ada = Browsing.start();
        var login = Browsing.newLogin();
        ada.signUp("Ada", login, "correct horse battery");
        var learner = learner(login);
        for (var skill : List.of("DF02", "DF17", "MC15")) {
            for (int i = 0; i < ENOUGH; i++) {
                answerUnseen(learner, skill, i);
            }
            assertThat(states.of(learner, new SkillId(skill)).level())
                    .as(skill)
                    .isGreaterThanOrEqualTo(Level.PRACTISED);
        }
        answerUnseen(learner, "SV12", 0);
        assertThat(ada.page("/").select(PROJECT)).as("one skill is missing").isEmpty();

        var saying = new ArrayList<Integer>();
        var seen = new ArrayList<String>();
        for (int seed = 0; seed < ENOUGH; seed++) {
            var page = answer(ada, seed);
            assertThat(page.select(".verdict").text()).doesNotContain("Not right");
            seen.add(page.select(".verdict, .next").text());
            if (!page.select(".next " + PROJECT).isEmpty()) {
                assertThat(page.select(".next").text()).contains("Check a gradient", WHY);
                saying.add(seed);
            }
        }
        assertThat(saying).as(seen.toString()).hasSize(1);

        var home = ada.page("/");
        assertThat(home.select("p:has(" + PROJECT + ")").text()).contains("Check a gradient", WHY);
        while (answers % LearnerState.AIM != 0) {
            answerUnseen(learner, "DF02", answers);
        }
        var sitting = ada.page("/practice");
        assertThat(sitting.select("h1").text()).endsWith("exercises done");
        assertThat(sitting.select("p:has(" + PROJECT + ")").text()).contains("Check a gradient", WHY);

        ada.post("/projects/gradient-check/start");
        assertThat(ada.page("/practice").select("p:has(" + PROJECT + ")")).isEmpty();
        assertThat(ada.page("/practice").select("a[href=/projects/gradient-check/run]"))
                .as("what was begun")
                .hasSize(1);
    }

    private void answerUnseen(UserId learner, String skill, int seed) {
        // Of several templates: practised in one alone would not be practised.
        var template = "ready-" + skill.toLowerCase(Locale.ROOT) + "-" + seed % 2;
        histories.answer(learner, histories.standIn(template, seed, List.of(skill)), clock.instant(), true);
        answers++;
    }

    private Document answer(Browsing ada, int seed) {
        var exercise = exercises
                .find(new ExerciseId(TEMPLATE), new Seed(seed))
                .orElseThrow()
                .exercise();
        var form = new ArrayList<>(List.of("submission", UUID.randomUUID().toString()));
        for (var part : exercise.parts()) {
            form.addAll(List.of("answer-" + part.id(), part.answer().value().get(0)));
        }
        answers++;
        var sent = ada.post("/practice/" + TEMPLATE + "/" + seed, form.toArray(String[]::new));
        return ada.page(Lesson.path(sent));
    }

    private UserId learner(String login) {
        return new UserId(((Number) database.createNativeQuery("select id from account where login = :login")
                        .setParameter("login", login)
                        .getSingleResult())
                .longValue());
    }
}
