package org.nabla.web.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseHtmlTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            a *unit* vector        | a <em>unit</em> vector
            2 * 3 * 4              | 2 * 3 * 4
            a * b                  | a * b
            *open                  | *open
            `x < 1`                | <code>x &lt; 1</code>
            5 \\$ each             | 5 $ each
            costs 5$               | costs 5$
            <script>alert(1)</script> | &lt;script&gt;alert(1)&lt;/script&gt;
            "q" & 'r'              | &quot;q&quot; &amp; &#39;r&#39;
            *a `b` c*              | <em>a <code>b</code> c</em>
            $$                     | $$
            """)
    void marksBecomeElementsAndAllElseIsText(String prose, String html) {
        assertThat(ProseHtml.inline(prose).getValue()).isEqualTo(html);
    }

    @ParameterizedTest(name = "{0} holds the formula {1}, displayed: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            the slope $x < y$ there | x < y         | 0
            $$\\int_0^1 x\\,dx$$    | \\int_0^1 x\\,dx | 1
            $a "b" & c$             | a "b" & c     | 0
            $5\\$$                  | 5\\$          | 0
            *$n$*                   | n             | 0
            """)
    void aFormulaKeepsItsLatexExactly(String prose, String latex, String display) {
        var formula = Jsoup.parseBodyFragment(ProseHtml.html(prose).getValue()).expectFirst(".tex");
        assertThat(formula.attr("data-tex")).isEqualTo(latex);
        assertThat(formula.attr("data-display")).isEqualTo(display);
    }

    @Test
    void blankLinesPartParagraphsAndItemsMakeLists() {
        var html = ProseHtml.html("One\nline.\n\n- first\n- second\n  goes on\n\n1. one\n2. two\n\n-3 is no item")
                .getValue();

        assertThat(html)
                .isEqualTo("<p>One\nline.</p><ul><li>first</li><li>second\n  goes on</li></ul>"
                        + "<ol><li>one</li><li>two</li></ol><p>-3 is no item</p>");
    }

    @Test
    void whateverIsWrittenNoElementOfTheWritersMakingAppears() {
        var ours = Set.of("html", "head", "body", "#root", "p", "em", "code", "ul", "ol", "li", "span");
        var pieces = new String[] {
            "<b onclick='x'>", "$", "$$", "*", "`", "\\$", "\"", "&", "\n\n", "- ", "x", " ", "<", ">", "\\"
        };
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            var prose = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                prose.append(pieces[random.nextInt(pieces.length)]);
            }

            for (var element :
                    Jsoup.parse(ProseHtml.html(prose.toString()).getValue()).getAllElements()) {
                assertThat(ours.contains(element.tagName()) || element.closest("math") != null)
                        .as("%s in %s", element.tagName(), prose)
                        .isTrue();
                assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
                assertThat(element.tagName()).isNotIn("b", "script", "style", "a", "img");
            }
        }
    }

    @Test
    void aShortFormulaAndTheCommaAfterItStayTogether() {
        assertThat(ProseHtml.inline("of $F$, and").getValue())
                .contains("<span class=\"keep\">")
                .contains("</span>,</span> and");
        assertThat(ProseHtml.inline("$F$ and").getValue()).doesNotContain("keep");
        assertThat(ProseHtml.inline("$a + b + c + d + e + f + g + h$.").getValue())
                .doesNotContain("keep");
    }
}
