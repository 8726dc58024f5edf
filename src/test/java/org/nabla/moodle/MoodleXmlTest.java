package org.nabla.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TestAlgebra;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.grading.Outcome;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The file holds against what Moodle documents of its format, read by a strict parser of XML and by the rules by which Moodle
 * itself takes its boxes apart; and what Moodle would mark right is right.
 */
class MoodleXmlTest {

    /** What Moodle's import needs of each type, beside name, text and grade of every question. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "numerical", List.of("defaultgrade", "penalty", "hidden", "answer", "unitgradingtype"),
            "shortanswer", List.of("defaultgrade", "penalty", "hidden", "usecase", "answer"),
            "multichoice",
                    List.of(
                            "defaultgrade",
                            "penalty",
                            "hidden",
                            "single",
                            "shuffleanswers",
                            "answernumbering",
                            "answer"),
            "cloze", List.of("penalty", "hidden"));

    /** The fractions that its import takes as they are, those of one wrong among right ones too. */
    private static final Set<String> FRACTIONS = Set.of(
            "100",
            "50",
            "33.33333",
            "25",
            "20",
            "16.66667",
            "14.28571",
            "12.5",
            "11.11111",
            "10",
            "0",
            "-100",
            "-50",
            "-33.33333",
            "-25",
            "-20",
            "-16.66667",
            "-14.28571",
            "-12.5",
            "-11.11111",
            "-10");

    private static final Pattern BOX = Pattern.compile("\\{1:([A-Z_]+):([^{}]*)}");
    private static final Pattern ANSWER =
            Pattern.compile("%(-?[0-9.]+)%([^#]*(?:&#[0-9]+;[^#]*)*?)(?:(?<!&)#(.*))?", Pattern.DOTALL);

    private static final List<Exercise> EXERCISES = new ArrayList<>();
    private static Document document;

    @BeforeAll
    static void oneOfEachTemplate() throws Exception {
        var generator = new ExerciseGenerator(TestAlgebra.CALCULUS);
        ExerciseCatalogue.load().all().forEach(template -> EXERCISES.add(generator.generate(template, new Seed(3))));
        document = parse(MoodleXml.write("All there is", EXERCISES));
    }

    private static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyExerciseIsAQuestionOrNamedWithTheReason() {
        var kinds = new TreeMap<String, Integer>();
        questions().forEach(question -> kinds.merge(question.getAttribute("type"), 1, Integer::sum));
        var left = EXERCISES.stream()
                .filter(exercise -> MoodleXml.obstacle(exercise).isPresent())
                .toList();

        assertThat(questions()).hasSize(EXERCISES.size() - left.size());
        assertThat(kinds.keySet()).containsExactly("cloze", "multichoice", "numerical", "shortanswer");
        assertThat(left).hasSizeLessThan(EXERCISES.size() / 5);
        var comments = comments();
        left.forEach(exercise ->
                assertThat(comments).contains("Left out: " + exercise.title().replaceAll("-+", "-") + ":"));
        assertThat(comments).contains("an equivalent form is marked wrong");
    }

    @Test
    void everyQuestionHasWhatItsTypeNeeds() {
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("quiz");
        assertThat(text(children(document.getDocumentElement(), "question").get(0), "category"))
                .isEqualTo("$course$/top/Nabla/All there is");
        var ids = new ArrayList<String>();
        for (var question : questions()) {
            var name = text(question, "name");
            assertThat(name).isNotBlank();
            assertThat(children(question, "questiontext").get(0).getAttribute("format"))
                    .isEqualTo("html");
            assertThat(text(question, "questiontext")).as(name).isNotBlank().doesNotContain("$");
            assertThat(text(question, "generalfeedback")).as(name).isNotBlank();
            for (var needed : REQUIRED.getOrDefault(question.getAttribute("type"), List.of("?"))) {
                assertThat(children(question, needed)).as(name + ": " + needed).isNotEmpty();
            }
            ids.add(children(question, "idnumber").get(0).getTextContent());
            for (var file : files(question)) {
                assertThat(text(question, "questiontext")).contains("@@PLUGINFILE@@/" + file.getAttribute("name"));
                assertThat(new String(Base64.getDecoder().decode(file.getTextContent()), StandardCharsets.UTF_8))
                        .startsWith("<svg xmlns=")
                        .doesNotContain("var(", "<script");
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void fractionsAreThoseThatMoodleTakes() {
        for (var question : questions()) {
            var fractions = children(question, "answer").stream()
                    .map(answer -> answer.getAttribute("fraction"))
                    .toList();
            if (question.getAttribute("type").equals("cloze")) {
                continue;
            }
            assertThat(fractions).as(text(question, "name")).isSubsetOf(FRACTIONS);
            var right = fractions.stream()
                    .map(BigDecimal::new)
                    .filter(fraction -> fraction.signum() > 0)
                    .toList();
            var several = question.getAttribute("type").equals("multichoice");
            assertThat(several ? sum(right) : right.get(0).doubleValue()).isBetween(99.9, 100.1);
        }
    }

    private static double sum(List<BigDecimal> numbers) {
        return numbers.stream().mapToDouble(BigDecimal::doubleValue).sum();
    }

    @Test
    void numbersAreDecimalsWithATolerance() {
        for (var question : questions()) {
            if (question.getAttribute("type").equals("numerical")) {
                for (var answer : children(question, "answer")) {
                    assertThat(new BigDecimal(text(answer))).isNotNull();
                    assertThat(new BigDecimal(
                                    children(answer, "tolerance").get(0).getTextContent()))
                            .isNotNegative();
                }
            }
        }
    }

    @Test
    void whatMoodleTakesForRightIsRight() {
        var byId = new LinkedHashMap<String, Exercise>();
        EXERCISES.forEach(e -> byId.put(e.template() + "-" + e.version() + "-" + e.seed(), e));
        var checked = 0;
        for (var question : questions()) {
            var exercise = Objects.requireNonNull(
                    byId.get(children(question, "idnumber").get(0).getTextContent()));
            if (!question.getAttribute("type").equals("shortanswer")) {
                continue;
            }
            var part = exercise.parts().get(0).answer();
            for (var answer : children(question, "answer")) {
                var typed = text(answer).replace("\\*", "*");
                assertThat(typed).doesNotContain("\\");
                var outcome = TestAlgebra.GRADER.grade(part, typed).outcome();
                assertThat(outcome == Outcome.CORRECT)
                        .as("%s: %s is %s", exercise.template(), typed, outcome)
                        .isEqualTo(answer.getAttribute("fraction").equals("100"));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    /** By the rules of Moodle: a box ends at a brace, its answers are parted by tildes, and references are decoded once. */
    @Test
    void boxesInTextsAreReadBack() {
        var boxes = 0;
        for (var question : questions()) {
            var text = text(question, "questiontext");
            if (!question.getAttribute("type").equals("cloze")) {
                continue;
            }
            var found = BOX.matcher(text);
            var here = 0;
            while (found.find()) {
                here++;
                var full = false;
                for (var one : found.group(2).split("~", -1)) {
                    var answer = ANSWER.matcher(one);
                    assertThat(answer.matches()).as(one).isTrue();
                    full |= Double.parseDouble(answer.group(1)) > 0;
                    var value = Parser.unescapeEntities(answer.group(2), false);
                    assertThat(value).isNotBlank();
                    if (found.group(1).equals("NUMERICAL")) {
                        Stream.of(value.split(":"))
                                .forEach(number ->
                                        assertThat(new BigDecimal(number)).isNotNull());
                        assertThat(value.split(":")).hasSize(2);
                    }
                }
                assertThat(full).as(text).isTrue();
                assertThat(found.group(1)).isIn("NUMERICAL", "SHORTANSWER_C", "MULTICHOICE_V", "MULTIRESPONSE");
            }
            assertThat(here).as(text).isGreaterThan(1);
            boxes += here;
        }
        assertThat(boxes).isGreaterThan(100);
    }

    @Test
    void aStarABraceAndAMarkOfHtmlStayWhatTheyAre() {
        var box = new AnswerBox.Short(List.of(new AnswerBox.Option("2*x}~#", 100, "not $a<b$")));

        assertThat(Cloze.of(box)).isEqualTo("{1:SHORTANSWER_C:%100%2\\*x&#125;&#126;&#35;#not \\(a&amp;lt;b\\)}");
        assertThat(MoodleProse.html("Is $a<b$ *right*?\n\n$$x^2$$"))
                .isEqualTo("<p>Is \\(a&lt;b\\) <em>right</em>?</p><p>\\[x^2\\]</p>");
    }

    private static List<Element> questions() {
        return children(document.getDocumentElement(), "question").stream()
                .filter(question -> !question.getAttribute("type").equals("category"))
                .toList();
    }

    private static List<Element> files(Element question) {
        return children(children(question, "questiontext").get(0), "file");
    }

    private static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node ->
                        node instanceof Element element && element.getTagName().equals(name))
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        return text(children(parent, name).get(0));
    }

    private static String text(Element element) {
        return children(element, "text").get(0).getTextContent();
    }

    private static String comments() {
        var nodes = document.getChildNodes();
        var comments = new StringBuilder();
        for (var i = 0; i < nodes.getLength(); i++) {
            comments.append(
                    nodes.item(i).getNodeName().equals("#comment")
                            ? nodes.item(i).getNodeValue() + "\n"
                            : "");
        }
        return comments.toString();
    }
}
