package org.nabla.progress.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nabla.Browsing;

/** What becomes of a verdict that the algebra system contradicts. */
@QuarkusTest
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

        disagreements.keep(contradiction(form));
        disagreements.keep(contradiction(form));

        assertThat(disagreements.parts(UUID.fromString(form))).containsExactly("a");
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

        disagreements.keep(contradiction(gone));

        assertThat(disagreements.parts(UUID.fromString(gone))).isEmpty();
    }

    private Disagreement contradiction(String form) {
        return new Disagreement(
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

    private static String answer(Browsing learner, String typed) {
        var form = UUID.randomUUID().toString();
        learner.page(ADDRESS);
        var sent = learner.post(ADDRESS, "submission", form, "answer-a", typed);
        assertThat(List.of(200, 303)).contains(sent.statusCode());
        return form;
    }
}
