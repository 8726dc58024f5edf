package org.nabla.moodle;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.nabla.exercise.Exercise;
import org.nabla.web.figure.FigureHtml;

/**
 * Exercises as a file for the question bank of Moodle.
 *
 * @see <a href="https://docs.moodle.org/en/Moodle_XML_format">Moodle's documentation of the format</a>
 */
public final class MoodleXml {

    /** What a question loses on its way to Moodle, in sentences for whoever takes it there. */
    public static final List<String> LOST = List.of(
            "Moodle compares what is typed letter by letter: of a formula only a few spellings of the key are right, and an"
                    + " equivalent form is marked wrong.",
            "A number must be typed as a decimal, within a tolerance of one unit of the last digit asked; fractions, roots and pi"
                    + " are not read.",
            "A vector, a point or a matrix has one box for each entry.",
            "Mistakes keep their feedback where they are numbers, options or can be spelled; others go without.",
            "A figure is a picture that does not move, and nothing can be drawn into it.",
            "What is asked is fixed: each question has the numbers with which it was made.");

    /** Which exercises were left out, and why. */
    public record LeftOut(String title, String why) {}

    private static final String HTML = "html";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private MoodleXml() throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    /** Why Moodle cannot ask it; empty where it can. */
    public static Optional<LeftOut> obstacle(Exercise exercise) {
        return exercise.parts().stream()
                .flatMap(part -> Boxes.obstacle(part).stream())
                .findFirst()
                .map(why -> new LeftOut(exercise.title(), why));
    }

    /** @param category in which Moodle puts the questions */
    public static String write(String category, List<Exercise> exercises) {
        try {
            return new MoodleXml().file(category, exercises);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text cannot be written", e);
        }
    }

    /** Per cent as Moodle has them: with five digits behind the point at most. */
    static String fraction(double percent) {
        return BigDecimal.valueOf(percent)
                .setScale(5, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String file(String category, List<Exercise> exercises) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        comment("Questions from Nabla. " + String.join(" ", LOST));
        exercises.stream()
                .flatMap(exercise -> obstacle(exercise).stream())
                .distinct()
                .forEach(left -> comment("Left out: " + left.title() + ": " + left.why() + "."));
        xml.writeStartElement("quiz");
        open("question", "type", "category");
        xml.writeStartElement("category");
        element("text", "$course$/top/Nabla/" + category.replace("/", "//"));
        xml.writeEndElement();
        close();
        for (var exercise : exercises) {
            if (obstacle(exercise).isEmpty()) {
                question(exercise);
            }
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.append("\n").toString();
    }

    private void question(Exercise exercise) throws XMLStreamException {
        var laid = exercise.parts().stream()
                .map(part -> Boxes.of(part).orElseThrow())
                .toList();
        var boxes = laid.stream().flatMap(one -> one.boxes().stream()).toList();
        var alone = boxes.size() == 1 ? Optional.of(boxes.get(0)) : Optional.<AnswerBox>empty();
        open("question", "type", alone.map(AnswerBox::type).orElse("cloze"));
        xml.writeStartElement("name");
        element("text", exercise.title() + " " + exercise.seed());
        close();
        prompt(exercise, alone.isPresent() ? label(exercise.parts().get(0)) : cloze(exercise.parts(), laid));
        formatted(
                "generalfeedback",
                exercise.solution().stream().map(MoodleProse::html).collect(Collectors.joining("\n")));
        if (alone.isPresent()) {
            element("defaultgrade", "1");
        }
        element("penalty", "0.3333333");
        element("hidden", "0");
        element("idnumber", exercise.template() + "-" + exercise.version() + "-" + exercise.seed());
        if (alone.isPresent()) {
            alone.get().to(new Answers());
        }
        hints(exercise);
        tags(exercise);
        close();
    }

    private static String label(Exercise.Part part) {
        return part.label().isBlank() ? "" : "<p>" + MoodleProse.inline(part.label()) + "</p>";
    }

    private static String cloze(List<Exercise.Part> parts, List<Boxes.Laid> laid) {
        var html = new StringBuilder();
        for (var i = 0; i < parts.size(); i++) {
            var layout = laid.get(i).layout();
            for (var box = 0; box < laid.get(i).boxes().size(); box++) {
                layout = layout.replace("{" + box + "}", "@@BOX" + box + "@@");
            }
            for (var box = 0; box < laid.get(i).boxes().size(); box++) {
                layout = layout.replace(
                        "@@BOX" + box + "@@", Cloze.of(laid.get(i).boxes().get(box)));
            }
            html.append("<div>")
                    .append(MoodleProse.inline(parts.get(i).label()))
                    .append(' ')
                    .append(layout)
                    .append("</div>");
        }
        return html.toString();
    }

    private void prompt(Exercise exercise, String below) throws XMLStreamException {
        var figure = exercise.figure();
        open("questiontext", "format", HTML);
        var picture = figure.map(f -> "<p><img src=\"@@PLUGINFILE@@/figure.svg\" alt=\""
                        + f.alternative().replaceAll("[$\"<>&]", "") + "\"></p>")
                .orElse("");
        data(MoodleProse.html(exercise.prompt()) + picture + below);
        if (figure.isPresent()) {
            open("file", "name", "figure.svg");
            xml.writeAttribute("path", "/");
            xml.writeAttribute("encoding", "base64");
            xml.writeCharacters(Base64.getEncoder()
                    .encodeToString(FigureHtml.alone(figure.get().data()).getBytes(StandardCharsets.UTF_8)));
            close();
        }
        close();
    }

    /** Writes the answers of a box. */
    private final class Answers implements AnswerBox.Visitor<XMLStreamException> {
        @Override
        public void numerical(AnswerBox.Numerical box) throws XMLStreamException {
            for (var near : box.answers()) {
                answer(near.value(), "moodle_auto_format", near.fraction(), near.feedback(), near.tolerance());
            }
            element("unitgradingtype", "0");
            element("unitpenalty", "0.1000000");
            element("showunits", "3");
            element("unitsleft", "0");
        }

        @Override
        public void letters(AnswerBox.Short box) throws XMLStreamException {
            element("usecase", "1");
            for (var one : box.answers()) {
                answer(one.text().replace("*", "\\*"), "moodle_auto_format", one.fraction(), one.feedback(), "");
            }
        }

        @Override
        public void choice(AnswerBox.Choice box) throws XMLStreamException {
            element("single", String.valueOf(box.single()));
            element("shuffleanswers", "true");
            element("answernumbering", "none");
            for (var option : box.options()) {
                answer(MoodleProse.inline(option.text()), HTML, option.fraction(), option.feedback(), "");
            }
        }
    }

    private void answer(String value, String format, double fraction, String feedback, String tolerance)
            throws XMLStreamException {
        open("answer", "fraction", fraction(fraction));
        xml.writeAttribute("format", format);
        data(value);
        formatted("feedback", feedback.isEmpty() ? "" : MoodleProse.html(feedback));
        if (!tolerance.isEmpty()) {
            element("tolerance", tolerance);
        }
        close();
    }

    private void hints(Exercise exercise) throws XMLStreamException {
        for (var hint : exercise.hints()) {
            formatted("hint", MoodleProse.html(hint));
        }
    }

    private void tags(Exercise exercise) throws XMLStreamException {
        var tags = new ArrayList<>(exercise.skills());
        tags.add(String.format(Locale.ROOT, "level %d", exercise.level()));
        xml.writeStartElement("tags");
        for (var tag : tags) {
            xml.writeStartElement("tag");
            element("text", tag);
            close();
        }
        close();
    }

    private void formatted(String name, String html) throws XMLStreamException {
        open(name, "format", HTML);
        data(html);
        close();
    }

    private void open(String name, String attribute, String value) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
        xml.writeAttribute(attribute, value);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** A text in which marks of HTML stand as they are. */
    private void data(String html) throws XMLStreamException {
        xml.writeStartElement("text");
        var parts = html.split("]]>", -1);
        for (var i = 0; i < parts.length; i++) {
            if (!html.isEmpty()) {
                xml.writeCData((i > 0 ? ">" : "") + parts[i] + (i + 1 < parts.length ? "]]" : ""));
            }
        }
        xml.writeEndElement();
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    /** Two hyphens would end it. */
    private void comment(String sentence) {
        try {
            xml.writeComment(" " + sentence.replaceAll("-+", "-") + " ");
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a comment cannot be written", e);
        }
    }
}
