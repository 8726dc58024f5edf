package org.nabla.progress.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.NotMadeException;

/** Stored exercises and what becomes of those that nobody has confirmed. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ExerciseKeeperTest {
    private static final ExerciseId CUBIC = new ExerciseId("critical-points-of-a-separable-cubic");

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    ExerciseStore exercises;

    @Inject
    ExerciseRepository rows;

    @Inject
    ExerciseKeeper keeper;

    @Inject
    ExerciseMaker maker;

    @Inject
    ExerciseCatalogue catalogue;

    @Inject
    EntityManager database;

    @Test
    void oneThatIsMadeIsConfirmedBeforeItIsServed() {
        var made = served(901);

        assertThat(made.exercise()).isEqualTo(made(901).exercise());
        assertThat(standing(made.id())).isEqualTo("CONFIRMED");
        assertThat(exercises.ready(CUBIC)).contains(new Seed(901));
    }

    @Test
    void oneOfOldThatNobodyHasMetIsMadeAnew() {
        var old = keepUnfactored(902);

        var served = served(902);

        assertThat(served.exercise()).isEqualTo(made(902).exercise());
        assertThat(exercises.find(old)).isEmpty();
    }

    @Test
    void oneOfOldThatSomebodyHasAnsweredStaysForTheHistoryAndIsNotServedAgain() {
        var old = keepUnfactored(903);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into help_opened (learner_id, exercise_id) select max(id), :exercise from account")
                        .setParameter("exercise", old)
                        .executeUpdate());

        var served = served(903);

        assertThat(served.id()).isNotEqualTo(old);
        assertThat(standing(old)).isEqualTo("WITHDRAWN");
        assertThat(served.exercise()).isEqualTo(made(903).exercise());
        assertThat(exercises.find(old).orElseThrow().exercise().solution()).containsExactly("not factored");
    }

    @Test
    void oneOfOldThatComesOutTheSameIsConfirmedAndStays() {
        var made = made(904);
        keep(904, made.exercise(), made);
        var old = open(904);

        assertThat(served(904).id()).isEqualTo(old);
        assertThat(standing(old)).isEqualTo("CONFIRMED");
    }

    @Test
    void oneThatAnotherRouteDoubtsIsNotServed() {
        var made = made(905);

        keeper.keep(variant(905), new ExerciseMaker.Made(made.exercise(), "2x was found to be 3x"));

        assertThat(exercises.look(CUBIC, new Seed(905))).isEqualTo(new Lookup.Nothing());
        assertThat(exercises.ready(CUBIC)).doesNotContain(new Seed(905));
        given().get("/practice/" + CUBIC + "/905").then().statusCode(404);
        assertThat(given().get(metrics).asString())
                .contains("nabla_exercises{standing=\"DISPUTED\"} "
                        + (double) QuarkusTransaction.requiringNew().call(() -> rows.count(ExerciseStanding.DISPUTED)));
    }

    private ExerciseMaker.Made made(int seed) {
        while (true) {
            try {
                return maker.make(catalogue.find(CUBIC).orElseThrow(), new Seed(seed));
            } catch (NotMadeException theMachineIsBusy) {
                Thread.onSpinWait();
            }
        }
    }

    private StoredExercise served(int seed) {
        made(seed);
        var lookup = exercises.look(CUBIC, new Seed(seed));
        while (lookup instanceof Lookup.NotYet) {
            lookup = exercises.look(CUBIC, new Seed(seed));
        }
        return lookup.found().orElseThrow();
    }

    private Variant variant(int seed) {
        return new Variant(CUBIC, catalogue.find(CUBIC).orElseThrow().version(), new Seed(seed));
    }

    private long keepUnfactored(int seed) {
        var made = made(seed);
        var e = made.exercise();
        var old = new Exercise(
                e.template(),
                e.version(),
                e.seed(),
                e.title(),
                e.skills(),
                e.level(),
                e.prompt(),
                e.parts(),
                e.hints(),
                List.of("not factored"),
                e.figure(),
                e.python());
        keep(seed, old, made);
        return open(seed);
    }

    private void keep(int seed, Exercise exercise, ExerciseMaker.Made made) {
        keeper.keep(variant(seed), new ExerciseMaker.Made(exercise, made.dispute()));
    }

    /** As one that was stored before anybody asked for a second opinion. */
    private long open(int seed) {
        return QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeQuery(
                            "update exercise set standing = 'OPEN', created_at = :then where template = :template and seed = :seed")
                    .setParameter("then", Instant.EPOCH)
                    .setParameter("template", CUBIC.value())
                    .setParameter("seed", seed)
                    .executeUpdate();
            return ((Number) database.createNativeQuery(
                                    "select id from exercise where template = :template and seed = :seed")
                            .setParameter("template", CUBIC.value())
                            .setParameter("seed", seed)
                            .getSingleResult())
                    .longValue();
        });
    }

    private String standing(long id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery("select standing from exercise where id = :id")
                        .setParameter("id", id)
                        .getSingleResult());
    }
}
