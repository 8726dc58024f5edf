package org.nabla.project.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nabla.project.making.Solved;
import org.nabla.project.making.StepMaker;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/**
 * A project as a notebook and as a plain program: the learner's data, the steps in words, and functions to fill in. No answer
 * is in it; the reference has the bodies filled in.
 */
public final class Notebook {
    private static final String SHOW = """
            np.set_printoptions(precision=12)

            def show(name, compute):
                try:
                    print(name, "=", np.array2string(np.asarray(compute(), dtype=float), separator=", ").replace("\\n", ""))
                except NotImplementedError as missing:
                    print(name, "- write", missing, "first")
            """;
    private static final int WIDTH = 110;

    private Notebook() {}

    private record Cell(boolean code, String text) {}

    /** In the format of Jupyter, version 4.5. */
    public static String ipynb(ProjectPlan plan, Solved solved, boolean reference) {
        var cells = new ArrayList<Map<String, Object>>();
        for (var cell : cells(plan, solved, reference)) {
            var written = new LinkedHashMap<String, Object>();
            written.put("cell_type", cell.code() ? "code" : "markdown");
            if (cell.code()) {
                written.put("execution_count", null);
                written.put("outputs", List.of());
            }
            written.put("id", "cell-" + cells.size());
            written.put("metadata", Map.of());
            written.put("source", cell.text().strip().lines().collect(Collectors.joining("\n")));
            cells.add(written);
        }
        var notebook = new LinkedHashMap<String, Object>();
        notebook.put("nbformat", 4);
        notebook.put("nbformat_minor", 5);
        notebook.put(
                "metadata",
                Map.of(
                        "kernelspec", Map.of("name", "python3", "display_name", "Python 3", "language", "python"),
                        "language_info", Map.of("name", "python")));
        notebook.put("cells", cells);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(notebook) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notebook cannot be written", e);
        }
    }

    /** The same as one program, with the words as comments. */
    public static String program(ProjectPlan plan, Solved solved, boolean reference) {
        return cells(plan, solved, reference).stream()
                .map(cell -> cell.code() ? cell.text().strip() : comment(cell.text()))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static List<Cell> cells(ProjectPlan plan, Solved solved, boolean reference) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(
                false,
                "# " + plan.title() + "\n\n" + plan.goal().strip() + "\n\n"
                        + plan.model().says().strip()));
        cells.add(new Cell(true, DataFiles.python(plan, solved.data())));
        cells.add(new Cell(true, SHOW));
        int number = 0;
        for (var stage : plan.stages()) {
            cells.add(new Cell(
                    false,
                    "## " + stage.title()
                            + (stage.about().isBlank()
                                    ? ""
                                    : "\n\n" + stage.about().strip())));
            for (var step : stage.steps()) {
                number++;
                cells.add(new Cell(
                        false,
                        "**" + number + ". " + step.sort().label() + ".** "
                                + StepMaker.prose(step.prompt(), solved).strip()));
                step.python().ifPresent(python -> cells.add(new Cell(true, code(step, python, reference))));
            }
        }
        return cells;
    }

    private static String code(Step step, Step.Python python, boolean reference) {
        var show = "show(\"" + step.id() + "\", lambda: " + python.result().strip() + ")";
        return python.function()
                .map(head -> head + ":\n    \"\"\"" + python.says().strip() + "\"\"\"\n"
                        + indented(reference ? python.body().stripTrailing() : missing(head)) + "\n\n" + show)
                .orElse(show);
    }

    private static String missing(String head) {
        var name = head.substring("def ".length(), head.indexOf('('));
        return "raise NotImplementedError(\"" + name + "\")  # your code takes the place of this line";
    }

    private static String indented(String body) {
        return body.lines().map(line -> line.isBlank() ? "" : "    " + line).collect(Collectors.joining("\n"));
    }

    private static String comment(String text) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.strip().split("\n")) {
            var line = new StringBuilder("#");
            for (var word : paragraph.split(" ")) {
                if (line.length() + word.length() + 1 > WIDTH) {
                    lines.add(line.toString());
                    line = new StringBuilder("#");
                }
                line.append(' ').append(word);
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }
}
