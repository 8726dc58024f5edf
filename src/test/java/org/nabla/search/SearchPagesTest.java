package org.nabla.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SearchPagesTest {

    private static Document search(Browsing visitor, String query) {
        return visitor.page("/search?q=" + query);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '|', textBlock = """
            gradient               | /skills/gradient
            gradiant               | /skills/gradient
            Gradeint               | /skills/gradient
            ∇                      | /skills/gradient
            div                    | /skills/divergence
            divergance             | /skills/divergence
            chain rule             | /skills/chain-rule-in-one-variable
            "chain rule"           | /skills/chain-rule-in-one-variable
            rule chain             | /skills/chain-rule-in-one-variable
            lagrange               | /skills/lagrange-multipliers
            langrange multiplier   | /skills/lagrange-multipliers
            jacobean               | /skills/jacobian-matrix
            eigenvalue             | /skills/eigenvalues-and-eigenvectors
            hesian                 | /skills/hessian-matrix
            draw the gradient      | /practice/draw-the-gradient
            softmax                | /skills/softmax
            """)
    void wordsAreFoundHoweverTheyAreSpelled(String query, String address) {
        var page = search(Browsing.start(), query);

        assertThat(page.select(".found-entries a").eachAttr("href"))
                .as(page.text())
                .contains(address);
    }

    @ParameterizedTest
    @CsvSource({"optimization", "optimisation", "Optimisaton"})
    void bothSpellingsFindTheSame(String query) {
        var hrefs = search(Browsing.start(), query).select("#skill ~ ul a").eachAttr("href");

        assertThat(hrefs).anyMatch(href -> href.startsWith("/skills/applied-optimi"));
    }

    @ParameterizedTest
    @CsvSource({"gradient, /skills/gradient", "gradiant, /skills/gradient", "divergence, /skills/divergence"})
    void whatIsMeantComesFirst(String query, String first) {
        var links = search(Browsing.start(), query).select(".found-entries a").eachAttr("href");

        assertThat(links).first().isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"zzzzqqq", "'%_\\\\'", "'; drop table search_entry; --'"})
    void whatIsNotThereSaysSo(String query) {
        var page = search(Browsing.start(), query);

        assertThat(page.select(".empty h2").text()).startsWith("Nothing was found for");
        assertThat(page.select("input[name=q]").val()).isEqualTo(query);
    }

    @Test
    void anEmptySearchSaysHowToSearch() {
        assertThat(search(Browsing.start(), " ").select("main a[href^=/search]"))
                .hasSizeGreaterThan(2);
    }

    @Test
    void aTeacherAlsoGetsTheWayToTheTemplate() {
        var bob = Browsing.signedUp("Bob");
        bob.openCourse("To search from");

        assertThat(search(bob, "draw the gradient").select("a[href=/templates/draw-the-gradient]"))
                .hasSize(1);
        assertThat(search(Browsing.start(), "draw the gradient").select("a[href^=/templates]"))
                .isEmpty();
    }

    @Test
    void everySkillIsFoundByItsOwnName() {
        var page = Browsing.start().page("/skills");

        for (var link : page.select(".skills > li > a").stream().limit(40).toList()) {
            assertThat(search(Browsing.start(), link.text())
                            .select(".found-entries a")
                            .eachAttr("href"))
                    .as(link.text())
                    .contains(link.attr("href"));
        }
    }
}
