package org.nabla.progress.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.UserId;
import org.nabla.progress.attempt.FormOf;

/** What becomes of a verdict that the algebra system contradicts. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SecondWitnessTest {
    private static final String ADDRESS = "/practice/first-partial-derivative/3";

    @Inject
    Disagreements disagreements;

    @Inject
    Clock clock;

    @Test
    void aContradictedVerdictIsKeptAndNotShownAsCertain() {
        var ada = Browsing.start();
        var form = answer(ada, "x + 1");

        disagreements.keep(contradiction(id(ada), form));
        disagreements.keep(contradiction(id(ada), form));

        assertThat(disagreements.parts(Set.of(form(ada, form))))
                .containsExactly(Map.entry(form(ada, form), Set.of("a")));
        assertThat(ada.page(ADDRESS + "?attempt=" + form).text())
                .contains("Our two checks do not agree about this answer");
        assertThat(Browsing.operator().page("/operator/witness").text())
                .contains("Verdicts that it contradicts", form.isEmpty() ? "" : "key of " + form);
    }

    @Test
    void onlyWhoRunsTheSiteSeesThePage() {
        assertThat(Browsing.start().get("/operator/witness").statusCode()).isEqualTo(404);
        assertThat(Browsing.signedUp("Ada").get("/operator/witness").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingIsKeptOfAFormThatIsGone() {
        var gone = UUID.randomUUID().toString();

        var ada = Browsing.start();
        answer(ada, "x + 1");

        disagreements.keep(contradiction(id(ada), gone));

        assertThat(disagreements.parts(Set.of(form(ada, gone)))).isEmpty();
    }

    private static FormOf form(Browsing learner, String form) {
        return new FormOf(id(learner), UUID.fromString(form));
    }

    private WitnessConflict contradiction(UserId learner, String form) {
        return new WitnessConflict(
                learner.value(),
                UUID.fromString(form),
                "a",
                "expression",
                "key of " + form,
                "x + 1",
                "WRONG",
                "REFUTED",
                "PROVED",
                "Nabla, Symja",
                clock.instant());
    }

    private static UserId id(Browsing learner) {
        return new UserId(Long.parseLong(learner.get("/test/who").asString().split(" ", 2)[0]));
    }

    private static String answer(Browsing learner, String typed) {
        var form = UUID.randomUUID().toString();
        learner.page(ADDRESS);
        var sent = learner.post(ADDRESS, "submission", form, "answer-a", typed);
        assertThat(List.of(200, 303)).contains(sent.statusCode());
        return form;
    }
}
