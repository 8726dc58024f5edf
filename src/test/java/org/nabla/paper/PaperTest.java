package org.nabla.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.generator.ExerciseGenerator;

class PaperTest {
    private static final Pattern FORMULA = Pattern.compile("\\$\\$(.+?)\\$\\$|(?<!\\\\)\\$([^$]+?)\\$", Pattern.DOTALL);

    @Test
    void everyFormulaOfEveryTemplateIsSet() {
        var generator = new ExerciseGenerator(TestAlgebra.CALCULUS);
        var unknown = new ArrayList<String>();
        ExerciseCatalogue.load()
                .all()
                .forEach(template -> prose(generator.generate(template, new Seed(3)))
                        .forEach(text -> FORMULA.matcher(text).results().forEach(found -> {
                            var latex = found.group(1) == null ? found.group(2) : found.group(1);
                            if (PaperFormula.svg(latex.strip(), found.group(1) != null)
                                    .isEmpty()) {
                                unknown.add(template.id() + ": " + latex);
                            }
                        })));
        assertThat(unknown).isEmpty();
    }

    private static List<String> prose(Exercise exercise) {
        var all = new ArrayList<>(List.of(exercise.prompt()));
        all.addAll(exercise.solution());
        exercise.parts().forEach(part -> {
            all.add(part.label());
            all.addAll(part.answer().options().getOrDefault("options", List.of()));
        });
        return all;
    }

    @Test
    void aPageIsTaggedWithItsFontsInItAndLoadsNothing() throws Exception {
        var body = PaperProse.html("Is $x^2$ *large* at Äpfel <b>?\n\n$$\\int_0^1 x\\,dx$$") + "<p>"
                + PaperProse.text("“Übung” & more")
                + "</p><img src=\"http://192.0.2.1/picture.png\" alt=\"none\"></img>";
        var pdf = PaperPdf.of("<!DOCTYPE html><html lang=\"en\"><head><title>A sheet</title>"
                + "<meta name=\"subject\" content=\"x\"></meta><meta name=\"description\" content=\"x\"></meta>"
                + "<style>body{font-family:Modern,Other}.other{font-family:Other}</style></head><body>" + body
                + "</body></html>");

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("large", "pfel", "Ä", "“Ü", "bung", "& more");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A sheet");
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            var resources = document.getPage(0).getResources();
            assertThat(fonts(resources)).isNotEmpty();
            assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("192.0.2.1");
        }
    }

    private static List<String> fonts(PDResources resources) throws java.io.IOException {
        var names = new ArrayList<String>();
        for (var name : resources.getFontNames()) {
            var font = resources.getFont(name);
            assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            names.add(font.getName());
        }
        return names;
    }

    @Test
    void whatTheTypesetterDoesNotKnowStandsAsItIsWritten() {
        assertThat(PaperFormula.svg("\\nosuchword{x}", false)).isEmpty();
        assertThat(PaperProse.inline("so $\\nosuchword{x}$").getValue()).isEqualTo("so <code>\\nosuchword{x}</code>");
    }
}
