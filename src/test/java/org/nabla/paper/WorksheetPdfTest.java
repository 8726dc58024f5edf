package org.nabla.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** A problem set as a PDF, by one request. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class WorksheetPdfTest {

    private static String text(Received answer, int from, int to) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document);
        }
    }

    @Test
    void theSheetIsNumberedAndTheKeyStandsOnAPageOfItsOwn() throws Exception {
        var lesson = new Lesson();
        var set = lesson.set("first-partial-derivative", "gradient-at-a-point");

        var both = lesson.bob.get(set + "/worksheet.pdf");
        assertThat(text(both, 1, 1))
                .contains("Gradients", "Calculus III", "version A", "1.", "2.", "Answer", "2 points")
                .doesNotContain("key");
        assertThat(text(both, 2, 2)).contains("Gradients: key", "1.", "2.");

        assertThat(text(lesson.bob.get(set + "/worksheet.pdf?what=sheets&versions=2&space=none"), 1, 99))
                .contains("version A", "version B")
                .doesNotContain("key");
        assertThat(lesson.bob.page(set + "/worksheet").select("button[formaction$=worksheet.pdf]"))
                .hasSize(1);
    }
}
