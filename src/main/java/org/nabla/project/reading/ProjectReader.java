package org.nabla.project.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.Place;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.reading.Text;
import org.nabla.exercise.reading.YamlFile;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.ProjectPlan.DataPlan;
import org.nabla.project.template.ProjectPlan.Ending;
import org.nabla.project.template.ProjectPlan.Layer;
import org.nabla.project.template.ProjectPlan.Picture;
import org.nabla.project.template.ProjectPlan.Stage;
import org.nabla.project.template.ProjectReading;
import org.nabla.project.template.Step;

/** Reads the YAML of a project. Whatever is wrong is reported with file, line, column and what was expected. */
public final class ProjectReader {
    private static final List<String> KEYS = List.of(
            "title",
            "version",
            "order",
            "needs",
            "after",
            "minutes",
            "goal",
            "model",
            "workshop",
            "data",
            "stages",
            "picture",
            "end",
            "notes");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    static final Pattern SKILL = Pattern.compile("[A-Z]{2}[0-9]{2}");

    private final YamlFile file;
    private final YamlFile.Section top;
    private final String yaml;
    private final Place start;

    private ProjectReader(YamlFile file, YamlFile.Section top, String yaml, Place start) {
        this.file = file;
        this.top = top;
        this.yaml = yaml;
        this.start = start;
    }

    /** @param fileName its path: the name without {@code .yaml} is the id */
    public static ProjectReading read(String fileName, String yaml) {
        var opened = YamlFile.open(fileName, yaml);
        var start = new Place(fileName, 1, 1);
        var plan = opened.top().flatMap(top -> new ProjectReader(opened.file(), top, yaml, start).project());
        var errors = opened.file().errors();
        if (plan.isPresent() && errors.isEmpty()) {
            return new ProjectReading.Read(plan.get());
        }
        return new ProjectReading.Refused(
                errors.isEmpty() ? List.of(new TemplateError(start, "this is no project")) : errors);
    }

    private Optional<ProjectPlan> project() {
        top.only(KEYS);
        var id = id();
        var words = new ProjectWords(file);
        var workshop = top.text("workshop").orElse(new Text(id, start, 1));
        var known = Known.of(workshop.value());
        if (known.isEmpty()) {
            file.error(
                    workshop.place(),
                    "there is no workshop " + workshop.value() + ": they are " + String.join(", ", Known.workshops()));
            return Optional.empty();
        }
        var names = known.get();
        var data = top.section("data").map(s -> data(s, names)).orElse(new DataPlan("", List.of(), ""));
        if (top.node("data").isEmpty()) {
            file.error(start, "the key data is missing: what the data are, and which are the columns of the table");
        }
        var stages = stages(names);
        var plan = new ProjectPlan(
                id,
                top.node("version").isPresent() ? words.number(top, "version", 1, 9999) : 1,
                words.prose(top, "title", names),
                new ProjectPlan.Path(
                        words.number(top, "order", 1, 999),
                        skills("needs"),
                        texts("after"),
                        words.number(top, "minutes", 5, 600)),
                words.prose(top, "goal", names),
                new ProjectPlan.Model(words.prose(top, "model", names), workshop.value()),
                data,
                stages,
                pictures(names, stages),
                ending(),
                top.text("notes").map(Text::value).orElse(""),
                new ProjectPlan.Origin(yaml, start));
        return Optional.of(plan);
    }

    private String id() {
        var path = start.file();
        var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        if (!SLUG.matcher(name).matches()) {
            file.error(start, "the file's name must be small letters, digits and hyphens, such as gradient-check.yaml");
        }
        return name;
    }

    private DataPlan data(YamlFile.Section section, Known known) {
        section.only(List.of("about", "table", "prepare"));
        var table = new ArrayList<String>();
        for (var node : section.list("table")) {
            file.text(node).ifPresent(name -> {
                if (!known.isColumn(name.value())) {
                    file.error(
                            name.place(),
                            "there is no vector " + name.value() + " in the data: they are " + known.columns());
                }
                table.add(name.value());
            });
        }
        if (!known.areOfOneLength(table)) {
            file.error(section.place(), "the columns of a table must be of one length");
        }
        return new DataPlan(
                new ProjectWords(file).prose(section, "about", known),
                table,
                section.text("prepare").map(Text::value).orElse(""));
    }

    private List<Stage> stages(Known known) {
        var stages = new ArrayList<Stage>();
        var steps = new StepReader(file, known);
        for (var node : top.list("stages")) {
            file.mapping(node).ifPresent(section -> {
                section.only(List.of("title", "about", "steps"));
                var title = section.required("title").map(Text::value).orElse("");
                var about =
                        section.node("about").isPresent() ? new ProjectWords(file).prose(section, "about", known) : "";
                var own = new ArrayList<Step>();
                for (var step : section.list("steps")) {
                    file.mapping(step).flatMap(steps::read).ifPresent(own::add);
                }
                if (own.isEmpty()) {
                    file.error(section.place(), "a stage needs at least one step");
                }
                stages.add(new Stage(title, about, own));
            });
        }
        if (stages.isEmpty()) {
            file.error(start, "the key stages is missing: each with a title and its steps");
        }
        steps.checkForward();
        return List.copyOf(stages);
    }

    private List<Picture> pictures(Known known, List<Stage> stages) {
        var pictures = new ArrayList<Picture>();
        var ids = stages.stream().flatMap(s -> s.steps().stream()).map(Step::id).toList();
        for (var node : top.list("picture")) {
            file.mapping(node).ifPresent(s -> {
                s.only(List.of("sketch", "title", "x", "y", "alt", "layers"));
                var sketch = s.required("sketch");
                sketch.filter(t -> !known.sketches().containsKey(t.value()))
                        .ifPresent(t -> file.error(
                                t.place(),
                                "there is no sketch " + t.value() + ": they are "
                                        + known.sketches().keySet()));
                var name = sketch.map(Text::value).orElse("");
                pictures.add(new Picture(
                        name,
                        s.required("title").map(Text::value).orElse(""),
                        s.text("x").map(Text::value).orElse(""),
                        s.text("y").map(Text::value).orElse(""),
                        s.required("alt").map(Text::value).orElse(""),
                        layers(s, known.layers(name), ids),
                        s.place()));
            });
        }
        return List.copyOf(pictures);
    }

    private List<Layer> layers(YamlFile.Section picture, List<String> known, List<String> steps) {
        var layers = new ArrayList<Layer>();
        for (var node : picture.list("layers")) {
            file.mapping(node).ifPresent(s -> {
                s.only(List.of("name", "label", "after"));
                var name = s.required("name");
                name.filter(t -> !known.contains(t.value()))
                        .ifPresent(
                                t -> file.error(t.place(), "there is no layer " + t.value() + ": they are " + known));
                var after = s.text("after");
                after.filter(t -> !steps.contains(t.value()))
                        .ifPresent(t -> file.error(t.place(), "there is no step " + t.value()));
                layers.add(new Layer(
                        name.map(Text::value).orElse(""),
                        s.required("label").map(Text::value).orElse(""),
                        after.map(Text::value),
                        s.place()));
            });
        }
        return layers;
    }

    private Ending ending() {
        var section = top.section("end");
        if (section.isEmpty()) {
            file.error(start, "the key end is missing: built, used, read, next");
            return new Ending("", "", List.of(), List.of());
        }
        var s = section.get();
        s.only(List.of("built", "used", "read", "next"));
        return new Ending(
                s.required("built").map(Text::value).orElse(""),
                s.required("used").map(Text::value).orElse(""),
                new ProjectWords(file).list(s, "read"),
                new ProjectWords(file).list(s, "next"));
    }

    private List<String> skills(String key) {
        var skills = new ArrayList<String>();
        for (var node : top.list(key)) {
            file.text(node).ifPresent(text -> {
                if (!SKILL.matcher(text.value()).matches()) {
                    file.error(text.place(), "expected the id of a skill, such as DF17");
                }
                skills.add(text.value());
            });
        }
        if (skills.isEmpty()) {
            file.error(start, "the key " + key + " is missing: the skills that are needed, such as [DF17]");
        }
        return skills;
    }

    private List<String> texts(String key) {
        return new ProjectWords(file).list(top, key);
    }
}
