package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Place;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Prose;
import org.nabla.exercise.template.Task;
import org.nabla.exercise.template.TemplateReading;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the YAML of a template. Whatever is wrong is reported with file, line, column and what was expected. */
public final class TemplateReader {
    private static final List<String> KEYS = List.of(
            "title",
            "skill",
            "level",
            "task",
            "version",
            "variables",
            "letters",
            "parameters",
            "define",
            "require",
            "prompt",
            "answer",
            "mistakes",
            "verify",
            "parts",
            "hints",
            "solution",
            "figure",
            "python");
    private static final Pattern SKILL = Pattern.compile("[A-Z]{2}[0-9]{2}");

    private final YamlFile file;
    private final YamlFile.Section top;
    private final Place start;
    private final TemplateNames names = new TemplateNames();
    private final FormulaReader formulas;
    private final ProseReader prose;

    private TemplateReader(YamlFile file, YamlFile.Section top, Place start) {
        this.file = file;
        this.top = top;
        this.start = start;
        this.formulas = new FormulaReader(file, names);
        this.prose = new ProseReader(formulas);
    }

    /** The keys of the first level, in their usual order. */
    public static List<String> keys() {
        return KEYS;
    }

    /**
     * Reads a template.
     *
     * @param fileName its path: the name without {@code .yaml} is the id, the folder the chapter
     */
    public static TemplateReading read(String fileName, String yaml) {
        var opened = YamlFile.open(fileName, yaml);
        var template = opened.top()
                .flatMap(top -> new TemplateReader(opened.file(), top, new Place(fileName, 1, 1)).template());
        var errors = opened.file().errors();
        if (template.isPresent() && errors.isEmpty()) {
            return new TemplateReading.Read(template.get());
        }
        return new TemplateReading.Refused(
                errors.isEmpty()
                        ? List.of(new TemplateError(new Place(fileName, 1, 1), "this is no template"))
                        : errors);
    }

    private Optional<ExerciseTemplate> template() {
        top.only(KEYS);
        var id = id();
        var title = top.required("title").map(Text::value).orElse("");
        var skills = skills();
        int level = number("level", 1, 5).orElse(0);
        var task = task();
        int version =
                top.node("version").isPresent() ? number("version", 1, 9999).orElse(1) : 1;
        var numbers = new NumbersReader(file, names, formulas).read(top);
        var prompt = top.required("prompt").map(prose::read).orElse(Prose.EMPTY);
        var parts = new PartReader(file, formulas, numbers.variables()).parts(top);
        var hints = proseList("hints");
        var solution = proseList("solution");
        if (hints.isEmpty()) {
            file.error(start, "the key hints is missing: give at least one");
        }
        if (solution.isEmpty()) {
            file.error(start, "the key solution is missing: give the worked steps");
        }
        var figure = top.section("figure").flatMap(s -> new FigureReader(file, formulas).read(s));
        figure.ifPresent(plan -> plan.asked().ifPresent(asked -> checkAsked(asked, plan.place(), parts)));
        var python = top.text("python").map(prose::python);
        return id.map(i -> new ExerciseTemplate(
                new ExerciseTemplate.Heading(
                        i, chapter(), title, skills, level, task, version, parts.size(), solution.size(), start),
                numbers,
                new ExerciseTemplate.Page(prompt, hints, solution, figure, python),
                parts));
    }

    /** What is placed in a figure must be what its part expects. */
    private void checkAsked(FigurePlan.Asked asked, Place place, List<ExerciseTemplate.Part> parts) {
        var kinds = switch (asked.what()) {
            case "point" -> List.of("point");
            case "arrow" -> List.of("vector", "direction", "parallel");
            default -> List.of("choice");
        };
        var fits = parts.stream()
                .anyMatch(part -> part.id().equals(asked.part())
                        && kinds.contains(part.answer().kind()));
        if (!fits) {
            file.error(
                    place,
                    "the figure asks for a " + asked.what() + ", so part " + asked.part() + " must be of kind "
                            + String.join(" or ", kinds));
        }
    }

    private Optional<ExerciseId> id() {
        var path = start.file();
        var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        try {
            return Optional.of(new ExerciseId(name));
        } catch (IllegalArgumentException e) {
            file.error(
                    start,
                    "the file's name must be small letters, digits and hyphens, such as gradient-at-a-point.yaml");
            return Optional.empty();
        }
    }

    private String chapter() {
        var folders = start.file().split("/");
        return folders.length < 2 ? "" : folders[folders.length - 2];
    }

    private List<String> skills() {
        var skills = new ArrayList<String>();
        if (top.node("skill").isEmpty()) {
            file.error(start, "the key skill is missing: name one or several of the curriculum, such as DF17");
        }
        for (var node : top.list("skill")) {
            file.text(node).ifPresent(text -> {
                if (!SKILL.matcher(text.value()).matches()) {
                    file.error(text.place(), "expected the id of a skill, such as DF17");
                }
                skills.add(text.value());
            });
        }
        return List.copyOf(skills);
    }

    private Task task() {
        var text = top.text("task").map(Text::strip);
        var task = text.flatMap(t -> Task.of(t.value()));
        if (text.isPresent() && task.isEmpty()) {
            file.error(text.get().place(), "expected one of " + String.join(", ", Task.words()));
        }
        return task.orElse(Task.COMPUTE);
    }

    private Optional<Integer> number(String key, int from, int to) {
        var text = top.required(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var value = text.get().value();
        if (value.matches("[0-9]{1,4}") && Integer.parseInt(value) >= from && Integer.parseInt(value) <= to) {
            return Optional.of(Integer.parseInt(value));
        }
        file.error(text.get().place(), "expected a whole number from " + from + " to " + to);
        return Optional.empty();
    }

    private List<Prose> proseList(String key) {
        return top.list(key).stream()
                .flatMap((Node n) -> file.text(n).stream())
                .map(prose::read)
                .toList();
    }
}
