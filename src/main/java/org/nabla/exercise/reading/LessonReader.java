package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Place;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.lesson.Claim;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.exercise.lesson.LessonPlan.Piece;
import org.nabla.exercise.lesson.LessonReading;
import org.nabla.exercise.lesson.Move;
import org.nabla.exercise.lesson.Said;
import org.nabla.exercise.lesson.Said.Section;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Prose;
import org.nabla.exercise.template.Task;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the YAML of a lesson with the readers of templates. Whatever is wrong is reported with file, line and column. */
public final class LessonReader {
    private static final List<String> KEYS = List.of(
            "skill",
            "version",
            "variables",
            "letters",
            "parameters",
            "shown",
            "define",
            "require",
            "question",
            "idea",
            "terms",
            "formula",
            "figure",
            "move",
            "example",
            "check",
            "pitfall",
            "numpy",
            "ml",
            "next",
            "alike",
            "given",
            "claims",
            "everyday");
    private static final Pattern SKILL = Pattern.compile("[A-Z]{2}[0-9]{2}");
    private static final Pattern ANCHOR = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final YamlFile file;
    private final YamlFile.Section top;
    private final Place start;
    private final TemplateNames names = new TemplateNames();
    private final FormulaReader formulas;
    private final ProseReader prose;

    private LessonReader(YamlFile file, YamlFile.Section top, Place start) {
        this.file = file;
        this.top = top;
        this.start = start;
        this.formulas = new FormulaReader(file, names);
        this.prose = new ProseReader(formulas);
    }

    /** @param fileName its path: the name without {@code .yaml} must be the skill */
    public static LessonReading read(String fileName, String yaml) {
        var opened = YamlFile.open(fileName, yaml);
        var plan =
                opened.top().flatMap(top -> new LessonReader(opened.file(), top, new Place(fileName, 1, 1)).lesson());
        var errors = opened.file().errors();
        if (plan.isPresent() && errors.isEmpty()) {
            return new LessonReading.Read(plan.get());
        }
        return new LessonReading.Refused(
                errors.isEmpty() ? List.of(new TemplateError(new Place(fileName, 1, 1), "this is no lesson")) : errors);
    }

    private Optional<LessonPlan> lesson() {
        top.only(KEYS);
        var skill = skill();
        int version = top.text("version").map(this::version).orElse(1);
        var numbers = new NumbersReader(file, names, formulas).read(top);
        var shown = shown(numbers);
        var question = said(top, "question", Section.QUESTION);
        var idea = said(top, "idea", Section.IDEA);
        var rule = section(top, "formula").map(this::rule);
        var figure = section(top, "figure").flatMap(s -> new FigureReader(file, formulas).read(s));
        var words = section(top, "figure").map(this::words).orElse(List.of());
        var move = section(top, "move").flatMap(s -> move(s, numbers));
        var example = section(top, "example").map(this::worked);
        var check = section(top, "check");
        check.ifPresent(s -> s.only(List.of("prompt", "answer", "mistakes", "verify")));
        var parts = check.map(s -> new PartReader(file, formulas, numbers.variables()).parts(s))
                .orElse(List.of());
        var turn = check.map(s -> yourTurn(s, parts));
        var pitfall = section(top, "pitfall").map(this::pitfall);
        var numpy = section(top, "numpy").flatMap(this::snippet);
        var ml = said(top, "ml", Section.ML);
        var claims = claims();
        if (rule.isEmpty()
                || figure.isEmpty()
                || move.isEmpty()
                || example.isEmpty()
                || turn.isEmpty()
                || pitfall.isEmpty()
                || numpy.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LessonPlan(
                template(skill, version, numbers, turn.get().prompt().prose(), parts),
                shown,
                new LessonPlan.Opening(question, idea, terms()),
                rule.get(),
                new LessonPlan.Picture(figure.get(), words, move.get()),
                example.get(),
                turn.get(),
                pitfall.get(),
                numpy.get(),
                ml,
                new LessonPlan.Onward(
                        pieces("next").stream().map(Piece::text).toList(),
                        top.text("alike").map(t -> t.strip().value())),
                new LessonPlan.Grounds(
                        pieces("given"),
                        claims,
                        pieces("everyday").stream().map(Piece::text).toList())));
    }

    /** The part that draws and computes is a template like any other, with the question of "Your turn" in it. */
    private ExerciseTemplate template(
            String skill,
            int version,
            ExerciseTemplate.Numbers numbers,
            Prose prompt,
            List<ExerciseTemplate.Part> parts) {
        return new ExerciseTemplate(
                new ExerciseTemplate.Heading(
                        new ExerciseId("lesson-" + skill.toLowerCase(Locale.ROOT)),
                        "",
                        "Lesson " + skill,
                        List.of(skill),
                        1,
                        Task.COMPUTE,
                        version,
                        parts.size(),
                        0,
                        start),
                numbers,
                ExerciseTemplate.Page.of(prompt),
                parts);
    }

    private String skill() {
        var text = top.required("skill");
        var skill = text.map(Text::value).orElse("AA00");
        if (!SKILL.matcher(skill).matches()) {
            text.ifPresent(t -> file.error(t.place(), "expected the id of a skill, such as DF17"));
            return "AA00";
        }
        if (!start.file().endsWith(skill + ".yaml")) {
            text.ifPresent(t -> file.error(t.place(), "the file of this lesson must be named " + skill + ".yaml"));
        }
        return skill;
    }

    private int version(Text text) {
        if (!text.value().matches("[1-9][0-9]{0,3}")) {
            file.error(text.place(), "expected a whole number from 1 to 9999");
            return 1;
        }
        return Integer.parseInt(text.value());
    }

    private Map<String, Formula> shown(ExerciseTemplate.Numbers numbers) {
        var shown = new LinkedHashMap<String, Formula>();
        top.section("shown")
                .ifPresent(section -> section.entries().forEach((name, node) -> {
                    if (!numbers.parameters().containsKey(name)) {
                        file.error(
                                file.place(node), name + " is no parameter: the values shown are those of parameters");
                    }
                    file.text(node).flatMap(formulas::formula).ifPresent(f -> shown.put(name, f));
                }));
        numbers.parameters().keySet().stream()
                .filter(name -> !shown.containsKey(name))
                .forEach(name -> file.error(start, "shown has no value for the parameter " + name));
        return shown;
    }

    private Map<String, String> terms() {
        var terms = new LinkedHashMap<String, String>();
        top.section("terms")
                .ifPresent(section -> section.entries()
                        .forEach((term, node) -> file.text(node).ifPresent(text -> terms.put(term, text.value()))));
        return terms;
    }

    private LessonPlan.Rule rule(YamlFile.Section section) {
        section.only(List.of("says", "read", "rules"));
        var says = all(section, "says", Section.RULE);
        if (says.isEmpty()) {
            file.error(section.place(), "the key says is missing: the formula");
        }
        var rules = new ArrayList<LessonPlan.Anchored>();
        for (var node : section.list("rules")) {
            file.mapping(node).ifPresent(rule -> {
                rule.only(List.of("id", "text"));
                rules.add(new LessonPlan.Anchored(anchor(rule), said(rule, "text", Section.RULE)));
            });
        }
        return new LessonPlan.Rule(says, said(section, "read", Section.RULE), List.copyOf(rules));
    }

    private String anchor(YamlFile.Section section) {
        var id = section.required("id");
        id.filter(text -> !ANCHOR.matcher(text.value()).matches())
                .ifPresent(text -> file.error(text.place(), "expected small letters, digits and hyphens"));
        return id.map(Text::value).orElse("");
    }

    /** Labels and alternative text: the figure's reader keeps them without their source. */
    private List<Said> words(YamlFile.Section figure) {
        var words = new ArrayList<Said>();
        words.add(said(figure, "alt", Section.FIGURE));
        figure.entries()
                .values()
                .forEach(node -> file.list(node).stream()
                        .filter(YamlFile::isMapping)
                        .flatMap((Node n) -> file.mapping(n).stream())
                        .flatMap(s -> s.text("label").stream())
                        .forEach(text -> words.add(said(text, Section.LABEL))));
        return List.copyOf(words);
    }

    private Optional<Move> move(YamlFile.Section section, ExerciseTemplate.Numbers numbers) {
        section.only(List.of("slider", "drag", "label", "stops", "still", "ask", "reads"));
        boolean drag = section.node("drag").isPresent();
        if (drag == section.node("slider").isPresent()) {
            file.error(section.place(), "expected one control: slider or drag, with the name of a parameter");
            return Optional.empty();
        }
        var name = section.text(drag ? "drag" : "slider");
        name.filter(text -> !numbers.parameters().containsKey(text.value()))
                .ifPresent(text -> file.error(text.place(), text.value() + " is no parameter"));
        var stops = stops(section);
        var still = section.list("still").stream()
                .flatMap(n -> file.text(n).stream())
                .flatMap(t -> formulas.formula(t).stream())
                .toList();
        return name.map(text -> new Move(
                drag,
                text.value(),
                said(section, "label", Section.MOVE),
                stops,
                still,
                said(section, "ask", Section.MOVE),
                said(section, "reads", Section.MOVE),
                section.place()));
    }

    private Move.Stops stops(YamlFile.Section section) {
        var texts = section.list("stops").stream()
                .flatMap(n -> file.text(n).stream())
                .toList();
        if (texts.size() == 1) {
            var text = texts.get(0);
            int dots = text.find("..", 0);
            int step = text.find(" step ", 0);
            if (dots > 0 && step > dots) {
                var from = formulas.formula(text.cut(0, dots));
                var to = formulas.formula(text.cut(dots + 2, step));
                var by = formulas.formula(text.cut(step + " step ".length()));
                if (from.isPresent() && to.isPresent() && by.isPresent()) {
                    return new Move.Stops(List.of(), Optional.of(new Move.Steps(from.get(), to.get(), by.get())));
                }
            }
        }
        var listed = texts.stream().flatMap(t -> formulas.formula(t).stream()).toList();
        if (listed.size() < 2) {
            file.error(section.place(), "expected stops: from..to step by, or a list of at least two");
        }
        return new Move.Stops(listed, Optional.empty());
    }

    private LessonPlan.Worked worked(YamlFile.Section section) {
        section.only(List.of("prompt", "answer", "steps"));
        var steps = new ArrayList<LessonPlan.Step>();
        for (var node : section.list("steps")) {
            file.mapping(node).ifPresent(s -> {
                s.only(List.of("do", "why", "see"));
                steps.add(new LessonPlan.Step(
                        said(s, "do", Section.EXAMPLE), said(s, "why", Section.EXAMPLE), piece(s, "see")));
            });
        }
        if (section.node("answer").isEmpty()) {
            file.error(section.place(), "the key answer is missing: the values that the steps arrive at");
        }
        var answer = section.list("answer").stream()
                .flatMap(n -> file.text(n).stream())
                .flatMap(t -> formulas.formula(t).stream())
                .toList();
        return new LessonPlan.Worked(said(section, "prompt", Section.EXAMPLE), answer, List.copyOf(steps));
    }

    private LessonPlan.YourTurn yourTurn(YamlFile.Section section, List<ExerciseTemplate.Part> parts) {
        var feedback = new ArrayList<Said>();
        for (var node : section.list("mistakes")) {
            file.mapping(node).flatMap(s -> s.text("feedback")).ifPresent(t -> feedback.add(said(t, Section.FEEDBACK)));
        }
        var see = parts.stream()
                .flatMap(part -> part.mistakes().stream())
                .map(m -> m.see().map(s -> new Piece(s.target(), s.place())))
                .toList();
        return new LessonPlan.YourTurn(said(section, "prompt", Section.CHECK), List.copyOf(feedback), see);
    }

    private LessonPlan.Pitfall pitfall(YamlFile.Section section) {
        section.only(List.of("id", "belief", "truth"));
        return new LessonPlan.Pitfall(
                anchor(section), said(section, "belief", Section.PITFALL), said(section, "truth", Section.PITFALL));
    }

    private Optional<LessonPlan.Snippet> snippet(YamlFile.Section section) {
        section.only(List.of("code", "prints", "says"));
        var code = section.required("code").map(t -> new Said(Section.NUMPY, t.value(), prose.python(t), t.place()));
        var prints = section.required("prints").flatMap(formulas::formula);
        var says = said(section, "says", Section.NUMPY);
        return code.flatMap(c -> prints.map(p -> new LessonPlan.Snippet(c, p, says)));
    }

    private List<Claim> claims() {
        var claims = new ArrayList<Claim>();
        var verifications = new VerificationReader(file, formulas);
        for (var node : top.list("claims")) {
            file.mapping(node).ifPresent(s -> {
                s.only(List.of("says", "holds"));
                var says = s.required("says");
                var holds = s.required("holds").flatMap(verifications::clause);
                if (says.isPresent() && holds.isPresent()) {
                    claims.add(new Claim(
                            new Piece(says.get().value(), says.get().place()).flat(),
                            holds.get(),
                            says.get().place()));
                }
            });
        }
        return List.copyOf(claims);
    }

    private Optional<YamlFile.Section> section(YamlFile.Section parent, String key) {
        if (parent.node(key).isEmpty()) {
            file.error(start, "the key " + key + " is missing");
        }
        return parent.section(key);
    }

    private Said said(YamlFile.Section section, String key, Section part) {
        return section.required(key)
                .map(text -> said(text, part))
                .orElseGet(() -> new Said(part, "", Prose.EMPTY, section.place()));
    }

    private Said said(Text text, Section part) {
        return new Said(part, text.value(), prose.read(text), text.place());
    }

    private List<Said> all(YamlFile.Section section, String key, Section part) {
        return section.list(key).stream()
                .flatMap((Node n) -> file.text(n).stream())
                .map(text -> said(text, part))
                .toList();
    }

    private List<Piece> pieces(String key) {
        return top.list(key).stream()
                .flatMap((Node n) -> file.text(n).stream())
                .map(text -> new Piece(text.strip().value(), text.place()))
                .toList();
    }

    private static Optional<Piece> piece(YamlFile.Section section, String key) {
        return section.text(key).map(text -> new Piece(text.strip().value(), text.place()));
    }
}
