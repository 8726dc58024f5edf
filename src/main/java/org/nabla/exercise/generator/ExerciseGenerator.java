package org.nabla.exercise.generator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.nabla.chance.DrawStream;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.Condition;
import org.nabla.exercise.template.Draw;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.NotMadeException;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.Expression;
import org.nabla.math.formula.Calculus;
import org.nabla.math.writing.TextWriter;

/** Makes exercises: the same template and seed give the same exercise, on every machine, for ever. */
public final class ExerciseGenerator {
    private static final int MAX_DRAWS = 200;
    private static final Duration BUDGET = Duration.ofSeconds(2);

    /** Much more than the budget: on a busy machine a good template may wait long for its turn. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Calculus calculus;
    private final Supplier<BooleanSupplier> limit;

    public ExerciseGenerator(Calculus calculus) {
        this(calculus, PATIENCE);
    }

    /** @param patience the longest that an exercise may take by the clock, however little of it is spent here */
    public ExerciseGenerator(Calculus calculus, Duration patience) {
        this(calculus, () -> limit(patience));
    }

    /** @param limit asked once for each exercise: whether the time for this one is up */
    ExerciseGenerator(Calculus calculus, Supplier<BooleanSupplier> limit) {
        this.calculus = calculus;
        this.limit = limit;
    }

    private static BooleanSupplier limit(Duration patience) {
        long deadline = ProcessorTime.now() + BUDGET.toNanos();
        long end = System.nanoTime() + patience.toNanos();
        return () -> ProcessorTime.now() > deadline || System.nanoTime() - end > 0;
    }

    /**
     * The exercise.
     *
     * @throws BrokenTemplateException if no exercise can be made; the message names template, line and formula
     * @throws NotMadeException if the algebra system is needed and away
     */
    public Exercise generate(ExerciseTemplate template, Seed seed) {
        return work(template, seed).exercise();
    }

    /**
     * An exercise with the values behind it, for the checks.
     *
     * @param answers the key of each part, by its id; none for a choice
     * @param mistakes which mistakes of each part are left, counted from 0
     * @param draws how many draws it took until all that is required held
     */
    public record Work(
            Exercise exercise,
            NameScope scope,
            Map<String, Expression> answers,
            Map<String, List<Integer>> mistakes,
            int draws) {}

    /** @throws NotMadeException if the algebra system is needed and away */
    public Work work(ExerciseTemplate template, Seed seed) {
        try {
            return draw(template, seed);
        } catch (AlgebraAwayException e) {
            throw new NotMadeException(template.id(), seed, e);
        }
    }

    /**
     * What was drawn for this seed, by the names of the parameters: numbers and formulas as text, words as they are.
     *
     * @throws NotMadeException if the algebra system is needed and away
     */
    public Map<String, String> drawn(ExerciseTemplate template, Seed seed) {
        try {
            return drawn(
                    template,
                    drawn(template, new DrawStream(template.id().value(), seed.value()), seed)
                            .scope());
        } catch (AlgebraAwayException e) {
            throw new NotMadeException(template.id(), seed, e);
        }
    }

    /** The same of an exercise that is made already. */
    public static Map<String, String> drawn(ExerciseTemplate template, NameScope scope) {
        var drawn = new LinkedHashMap<String, String>();
        for (var name : template.numbers().parameters().keySet()) {
            var value = scope.values().get(name);
            drawn.put(name, value == null ? scope.word(name) : TextWriter.write(value));
        }
        return drawn;
    }

    private Work draw(ExerciseTemplate template, Seed seed) {
        var stream = new DrawStream(template.id().value(), seed.value());
        var drawn = drawn(template, stream, seed);
        return finish(
                template,
                seed,
                drawn.scope(),
                new ParameterDrawer(drawn.scope(), stream, template.place()),
                drawn.draws());
    }

    /** All that the formulas need. @param draws how many it took until all that is required held */
    private record Drawn(NameScope scope, int draws) {}

    private Drawn drawn(ExerciseTemplate template, DrawStream stream, Seed seed) {
        var late = limit.get();
        for (int draw = 1; draw <= MAX_DRAWS; draw++) {
            var scope = new NameScope(template, calculus, late);
            if (draw(template, scope, new ParameterDrawer(scope, stream, template.place()))) {
                return new Drawn(scope, draw);
            }
        }
        throw new BrokenTemplateException(
                template.id(),
                template.numbers().require().get(0).formulas().get(0).place(),
                (template.numbers().parameters().values().stream().allMatch(Draw::isFixed)
                                ? "what is required does not hold for the numbers that are given"
                                : "what is required never held in " + MAX_DRAWS + " draws")
                        + " with seed " + seed);
    }

    /** Whether all that is required holds. A condition is tried as soon as its names are known. */
    private static boolean draw(ExerciseTemplate template, NameScope scope, ParameterDrawer drawing) {
        template.numbers().parameters().forEach(drawing::draw);
        var open = new ArrayList<>(template.numbers().require());
        if (!holdSoFar(open, scope)) {
            return false;
        }
        for (var definition : template.numbers().define().entrySet()) {
            scope.put(definition.getKey(), scope.value(definition.getValue()));
            if (!holdSoFar(open, scope)) {
                return false;
            }
        }
        return open.stream().allMatch(scope::holds);
    }

    private static boolean holdSoFar(List<Condition> open, NameScope scope) {
        var ready = open.stream()
                .filter(c -> c.formulas().stream().allMatch(scope::knows))
                .toList();
        open.removeAll(ready);
        return ready.stream().allMatch(scope::holds);
    }

    private static Work finish(
            ExerciseTemplate template, Seed seed, NameScope scope, ParameterDrawer drawing, int draws) {
        var prose = new ProseWriter(scope);
        var answers = new LinkedHashMap<String, Expression>();
        var mistakes = new LinkedHashMap<String, List<Integer>>();
        var parts = new ArrayList<Exercise.Part>();
        for (var part : template.parts()) {
            var made = new AnswerMaker(scope, drawing, answers).make(part);
            parts.add(made.part().labeled(prose.write(part.label())));
            mistakes.put(part.id(), made.mistakes());
        }
        var exercise = new Exercise(
                template.id(),
                template.version(),
                seed,
                template.title(),
                template.skills(),
                template.level(),
                prose.write(template.page().prompt()) + steps(parts),
                parts,
                template.page().hints().stream().map(prose::write).toList(),
                template.page().solution().stream()
                        .map(prose::write)
                        .map(Repetition::drop)
                        .toList(),
                template.page().figure().map(plan -> new FigureMaker(scope, prose).make(plan)),
                template.page().python().map(prose::write).map(ExerciseGenerator::withImport));
        return new Work(exercise, scope, answers, mistakes, draws);
    }

    /** Steps to be put in order are read with the prompt, numbered. */
    private static String steps(List<Exercise.Part> parts) {
        var out = new StringBuilder();
        for (var part : parts) {
            var steps = part.steps();
            for (int i = 0; i < steps.size(); i++) {
                out.append(i == 0 ? "\n\n" : "\n").append(i + 1).append(". ").append(steps.get(i));
            }
        }
        return out.toString();
    }

    private static String withImport(String python) {
        return python.contains("import numpy") ? python : "import numpy as np\n\n" + python;
    }
}
