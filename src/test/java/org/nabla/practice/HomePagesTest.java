package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.nabla.Browsing;

/** The first page, over HTTP. */
@QuarkusTest
class HomePagesTest {

    @Test
    void theExerciseToTryIsShownWithAllThatItsOwnPageHas() {
        var visitor = Browsing.start();
        var home = visitor.page("/").select(".try");

        var address = home.select("form.answer").attr("action");
        var exercise = visitor.page(address + "?stage=alone").select(".exercise");

        assertThat(address).startsWith("/practice/");
        assertThat(home.select(".prompt").text())
                .isEqualTo(exercise.select(".prompt").text());
        assertThat(home.select("figcaption").eachText())
                .isEqualTo(exercise.select("figcaption").eachText());
    }
}
