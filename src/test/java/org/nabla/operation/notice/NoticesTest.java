package org.nabla.operation.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.data.OwnData;

/** Privacy, terms and imprint: true without a word of the installation, and in its words where it has some. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class NoticesTest {

    @Inject
    @All
    List<OwnData> features;

    @Inject
    @ConfigProperty(name = "nabla.texts")
    String folder;

    @Test
    void everyPageLeadsToThem() {
        assertThat(Browsing.start().page("/").select("footer a").eachAttr("href"))
                .contains("/privacy", "/terms", "/imprint");
    }

    @Test
    void privacyNamesEverythingThatIsKept() {
        var kept = Browsing.start()
                .page("/privacy")
                .select("#kept ~ ul")
                .get(0)
                .select("li")
                .eachText();

        assertThat(kept)
                .containsExactlyElementsOf(features.stream()
                        .flatMap(feature -> feature.tables().stream())
                        .map(table -> table.what())
                        .toList());
    }

    @Test
    void withoutATextAnImprintSaysSo() {
        assertThat(Browsing.start().page("/imprint").text()).contains("has not said yet who they are");
        assertThat(Browsing.start().page("/imprint").text()).doesNotContain("imprint.md");
        assertThat(Browsing.operator().page("/imprint").text()).contains("imprint.md");
    }

    @Test
    void anInstallationSaysItInItsOwnWords() throws Exception {
        var file = Files.createDirectories(Path.of(folder)).resolve("terms.md");
        Files.writeString(
                file, "# House rules\n\nBe *kind*.\n\n- One <script>alert(1)</script>\n- Two\n\n### Fees\nNone.\n");
        try {
            var page = Browsing.start().page("/terms");
            assertThat(page.select("h1").text()).isEqualTo("Terms of use");
            assertThat(page.select("h2").text()).isEqualTo("House rules");
            assertThat(page.select("h3").text()).isEqualTo("Fees");
            assertThat(page.select("main em").text()).isEqualTo("kind");
            assertThat(page.select("main li").eachText()).containsExactly("One <script>alert(1)</script>", "Two");
            assertThat(page.select("main script")).isEmpty();
            assertThat(page.text()).doesNotContain("has not written terms");
        } finally {
            Files.delete(file);
        }
        assertThat(Browsing.start().page("/terms").text()).contains("has not written terms");
    }

    @Test
    void anEmptyTextIsNone() throws Exception {
        assertThat(NoticeTexts.blocks("\n \n")).isEmpty();
        assertThat(NoticeTexts.blocks("#nothing special"))
                .containsExactly(new NoticeTexts.Block(0, "#nothing special"));
    }
}
