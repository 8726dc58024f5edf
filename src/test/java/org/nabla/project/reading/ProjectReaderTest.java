package org.nabla.project.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.project.template.ProjectReading;

class ProjectReaderTest {

    private static String file() {
        try (var in = ProjectReaderTest.class.getResourceAsStream("/projects/gradient-check.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void readsAProject() {
        var reading = ProjectReader.read("projects/gradient-check.yaml", file());
        assertThat(reading).isInstanceOf(ProjectReading.Read.class);
        var plan = ((ProjectReading.Read) reading).plan();
        assertThat(plan.steps()).hasSize(12);
        assertThat(plan.stages()).hasSize(5);
        assertThat(plan.step("loss").orElseThrow().mistakes().get(2).feedback())
                .as("the usual sentence of the slip")
                .startsWith("Your arrays have the shapes");
        assertThat(plan.step("grad").orElseThrow().answer().measured()).isTrue();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            sort: derive          | sort: dream               | expected derive, hand, program, predict or reflect
            workshop: gradient-check | workshop: nowhere      | there is no workshop nowhere
            computed: loss        | computed: lost            | the workshop computes no lost
            bug: half             | bug: haff                 | the workshop knows no slip haff
            table: [t, y]         | table: [t, z]             | there is no vector z in the data
            smaller: [hand]       | smaller: [tiny]           | expected the id of an earlier step
            compare: ratio        | compare: rating           | there is no step rating
            b = {=b}$             | b = {=beta}$              | names nothing
            value: 1/(1+b*t)      | value: 1/(1+b*t           | (answer.value)
            sketch: fit           | sketch: fat               | there is no sketch fat
            name: rows            | name: lines               | there is no layer lines
            after: loss           | after: lost               | there is no step lost
            order: 1              | order: first              | expected a whole number from 1 to 999
            needs: [DF02          | needs: [gradients         | expected the id of a skill
            id: db                | id: da                    | that no other step has
            value: about 1e-5     | value: about 1e-4         | value is none of the options
            minutes: 60           | minute: 60                | the key minute is unknown here
            Find $\\frac{\\partial r}{\\partial b}$. | Find $r. | a dollar is missing
            """)
    void saysWhereItIsWrong(String good, String bad, String message) {
        var broken =
                file().replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));
        assertThat(broken).isNotEqualTo(file());
        var reading = ProjectReader.read("projects/gradient-check.yaml", broken);
        assertThat(reading).isInstanceOf(ProjectReading.Refused.class);
        assertThat(((ProjectReading.Refused) reading).errors()).anySatisfy(error -> {
            assertThat(error.message()).contains(message);
            assertThat(error.place().line()).isPositive();
        });
    }
}
