package org.nabla.exercise.generator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
            Scope scope,
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
                    drawn(template, new DrawStream(template.id(), seed), seed).scope());
        } catch (AlgebraAwayException e) {
            throw new NotMadeException(template.id(), seed, e);
        }
    }

    /** The same of an exercise that is made already. */
    public static Map<String, String> drawn(ExerciseTemplate template, Scope scope) {
        var drawn = new LinkedHashMap<String, String>();
        for (var name : template.parameters().keySet()) {
            var value = scope.values().get(name);
            drawn.put(name, value == null ? scope.word(name) : TextWriter.write(value));
        }
        return drawn;
    }

    private Work draw(ExerciseTemplate template, Seed seed) {
        var stream = new DrawStream(template.id(), seed);
        var drawn = drawn(template, stream, seed);
        return finish(
                template, seed, drawn.scope(), new Drawing(drawn.scope(), stream, template.place()), drawn.draws());
    }

    /** All that the formulas need. @param draws how many it took until all that is required held */
    private record Drawn(Scope scope, int draws) {}

    private Drawn drawn(ExerciseTemplate template, DrawStream stream, Seed seed) {
        var late = limit.get();
        for (int draw = 1; draw <= MAX_DRAWS; draw++) {
            var scope = new Scope(template, calculus, late);
            if (draw(template, scope, new Drawing(scope, stream, template.place()))) {
                return new Drawn(scope, draw);
            }
        }
        throw new BrokenTemplateException(
                template.id(),
                template.require().get(0).formulas().get(0).place(),
                (template.parameters().values().stream().allMatch(ExerciseGenerator::isFixed)
                                ? "what is required does not hold for the numbers that are given"
                                : "what is required never held in " + MAX_DRAWS + " draws")
                        + " with seed " + seed);
    }

    private static boolean isFixed(Draw draw) {
        return draw instanceof Draw.OneOf one && one.options().size() == 1;
    }

    /** Whether all that is required holds. A condition is tried as soon as its names are known. */
    private static boolean draw(ExerciseTemplate template, Scope scope, Drawing drawing) {
        template.parameters().forEach(drawing::draw);
        var open = new ArrayList<>(template.require());
        if (!holdSoFar(open, scope)) {
            return false;
        }
        for (var definition : template.define().entrySet()) {
            scope.put(definition.getKey(), scope.value(definition.getValue()));
            if (!holdSoFar(open, scope)) {
                return false;
            }
        }
        return open.stream().allMatch(scope::holds);
    }

    private static boolean holdSoFar(List<Condition> open, Scope scope) {
        var ready = open.stream()
                .filter(c -> c.formulas().stream().allMatch(scope::knows))
                .toList();
        open.removeAll(ready);
        return ready.stream().allMatch(scope::holds);
    }

    private static Work finish(ExerciseTemplate template, Seed seed, Scope scope, Drawing drawing, int draws) {
        var prose = new ProseWriter(scope);
        var answers = new LinkedHashMap<String, Expression>();
        var mistakes = new LinkedHashMap<String, List<Integer>>();
        var parts = new ArrayList<Exercise.Part>();
        for (var part : template.parts()) {
            var made = new AnswerMaker(scope, drawing, answers).make(part);
            parts.add(new Exercise.Part(part.id(), prose.write(part.label()), made.answer()));
            mistakes.put(part.id(), made.mistakes());
        }
        var exercise = new Exercise(
                template.id(),
                template.version(),
                seed,
                template.title(),
                template.skills(),
                template.level(),
                prose.write(template.prompt()) + steps(parts),
                parts,
                template.hints().stream().map(prose::write).toList(),
                template.solution().stream()
                        .map(prose::write)
                        .map(Repetition::drop)
                        .toList(),
                template.figure().map(plan -> new FigureMaker(scope, prose).make(plan)),
                template.python().map(prose::write).map(ExerciseGenerator::withImport));
        return new Work(exercise, scope, answers, mistakes, draws);
    }

    /** Steps to be put in order are read with the prompt, numbered. */
    private static String steps(List<Exercise.Part> parts) {
        var out = new StringBuilder();
        for (var part : parts) {
            var steps = part.answer().options().getOrDefault(AnswerMaker.ORDER, List.of());
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
