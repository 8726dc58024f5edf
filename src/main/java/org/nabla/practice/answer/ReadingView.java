package org.nabla.practice.answer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.Preview;
import org.nabla.grading.Verdict;

/**
 * How a text is read, before anything is judged.
 *
 * @param formula LaTeX; empty where it cannot be read
 * @param words the same in words, for those who listen
 */
public record ReadingView(String formula, String words, List<String> notices, Optional<ReadingProblem> problem) {

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance reading(ReadingView reading);
    }

    /** Of a box in which nothing stands. */
    public static final ReadingView NOTHING = new ReadingView("", "", List.of(), Optional.empty());

    /** The reading as it stands below its box. */
    public TemplateInstance page() {
        return Templates.reading(this);
    }

    static ReadingView of(Preview preview, String words, String typed) {
        return new ReadingView(
                preview.understood().map(Verdict.Understood::latex).orElse(""),
                words,
                preview.understood().map(Verdict.Understood::notices).orElse(List.of()),
                preview.problem().map(problem -> ReadingProblem.of(problem, typed)));
    }
}
