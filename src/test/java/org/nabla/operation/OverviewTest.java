package org.nabla.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;

/** What whoever runs the site sees first. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class OverviewTest {

    @Test
    void theInstallationAtAGlance() {
        var page = Browsing.operator().page("/operator");

        assertThat(page.select(".lead").text()).isEqualTo("Everything that is checked works.");
        assertThat(page.select("#health ~ ul").text())
                .contains("Database connections health check works", "Algebra works");
        assertThat(page.select("#queues ~ div tbody th").eachText())
                .contains("Marks for learning platforms", "Checks of teachers’ templates");
        assertThat(page.select("#storage ~ p").text()).containsPattern("The database has \\d+\\.\\d MB");
        assertThat(page.select("#storage ~ div tbody th").eachText()).contains("account", "attempt", "course");
        assertThat(page.select("#versions ~ dl").text())
                .containsPattern("PostgreSQL 1\\d")
                .contains("17.");
        assertThat(Integer.parseInt(page.select("#people ~ dl dd").eachText().get(0)))
                .isPositive();
    }

    @Test
    void everyPageOfOperationIsLinked() {
        var operator = Browsing.operator();

        for (var link : operator.page("/operator").select("main a[href^=/]").eachAttr("href")) {
            assertThat(operator.get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    void sizesAreReadable() {
        assertThat(Storage.size(0)).isEqualTo("0 B");
        assertThat(Storage.size(999)).isEqualTo("999 B");
        assertThat(Storage.size(1_500)).isEqualTo("1.5 kB");
        assertThat(Storage.size(2_340_000_000L)).isEqualTo("2.3 GB");
    }
}
