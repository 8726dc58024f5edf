package org.nabla.moodle;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A box inside a text, in the language that Moodle calls Cloze. What has a meaning there is written as a character reference,
 * which Moodle decodes.
 *
 * @see <a href="https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type">Moodle's documentation of the type</a>
 */
final class Cloze implements AnswerBox.Visitor<RuntimeException> {
    private String text = "";

    private Cloze() {}

    static String of(AnswerBox box) {
        var cloze = new Cloze();
        box.to(cloze);
        return cloze.text;
    }

    @Override
    public void numerical(AnswerBox.Numerical box) {
        text = written(
                "NUMERICAL",
                box.answers().stream()
                        .map(near -> fraction(near.fraction()) + near.value() + ":" + near.tolerance()
                                + feedback(near.feedback()))
                        .toList());
    }

    @Override
    public void letters(AnswerBox.Short box) {
        text = written(
                "SHORTANSWER_C",
                box.answers().stream()
                        .map(answer -> fraction(answer.fraction())
                                + safe(answer.text().replace("*", "\\*"))
                                + feedback(answer.feedback()))
                        .toList());
    }

    @Override
    public void choice(AnswerBox.Choice box) {
        text = written(
                box.single() ? "MULTICHOICE_V" : "MULTIRESPONSE",
                box.options().stream()
                        .map(option -> fraction(option.fraction())
                                + safe(MoodleProse.inline(option.text()))
                                + feedback(option.feedback()))
                        .toList());
    }

    private static String written(String type, List<String> answers) {
        return answers.stream().collect(Collectors.joining("~", "{1:" + type + ":", "}"));
    }

    private static String feedback(String prose) {
        return prose.isEmpty() ? "" : "#" + safe(MoodleProse.inline(prose).replaceAll("\\s+", " "));
    }

    private static String fraction(double percent) {
        return "%" + MoodleXml.fraction(percent) + "%";
    }

    private static String safe(String text) {
        return text.replaceAll("&(?!#)", "&amp;")
                .replace("#", "&#35;")
                .replace("~", "&#126;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("/", "&#47;")
                .replace("\"", "&#34;");
    }
}
