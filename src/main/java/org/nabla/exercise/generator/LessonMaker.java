package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nabla.exercise.Seed;
import org.nabla.exercise.lesson.Lesson;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.exercise.lesson.Move;
import org.nabla.exercise.lesson.Said;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.numeric.Sameness;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.Draw;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Formula;
import org.nabla.math.Expression;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.formula.Calculus;
import org.nabla.math.writing.LatexWriter;

/** Puts the numbers into a lesson: those that everybody sees, or others that are drawn. */
public final class LessonMaker {
    private static final int MOST_STOPS = 61;
    private static final int MOST_STOPS_OF_A_POINT = 41;

    private final Calculus calculus;
    private final ExerciseGenerator generator;

    public LessonMaker(Calculus calculus) {
        this(calculus, new ExerciseGenerator(calculus));
    }

    LessonMaker(Calculus calculus, ExerciseGenerator generator) {
        this.calculus = calculus;
        this.generator = generator;
    }

    /** A lesson with the values behind it. */
    public record Made(LessonPlan plan, Lesson lesson, ExerciseGenerator.Work work) {}

    /** @throws BrokenTemplateException if the lesson cannot be made; the message names line and formula */
    public Lesson make(LessonPlan plan, int variant) {
        return made(plan, variant).lesson();
    }

    /**
     * The same with what the checks want to know.
     *
     * @param variant 0 for the numbers shown first, or the seed of others
     */
    public Made made(LessonPlan plan, int variant) {
        var numbers = variant == 0 ? shown(plan) : plan.template();
        var work = lasting(generator.work(numbers, new Seed(variant)));
        var scope = work.scope();
        var prose = new ProseWriter(scope);
        var found = new HashMap<Object, Map<String, Object>>();
        var stills = plan.picture().move().still().stream()
                .map(f -> frame(plan, scope, scope.value(f), found))
                .toList();
        var lesson = new Lesson(
                plan.skill(),
                plan.version(),
                variant,
                new Lesson.Opening(
                        write(prose, plan.opening().question()),
                        write(prose, plan.opening().idea()),
                        plan.opening().terms()),
                new Lesson.Rule(
                        plan.rule().says().stream().map(s -> write(prose, s)).toList(),
                        write(prose, plan.rule().read()),
                        plan.rule().rules().stream()
                                .map(r -> new Lesson.Paragraph(r.id(), write(prose, r.text())))
                                .toList()),
                new Lesson.Picture(control(plan, scope), frame(plan, scope, found), stills),
                new Lesson.Example(
                        write(prose, plan.example().prompt()),
                        plan.example().steps().stream()
                                .map(s -> new Lesson.Step(
                                        Repetition.drop(write(prose, s.act())),
                                        write(prose, s.why()),
                                        s.see().map(LessonPlan.Piece::text)))
                                .toList()),
                new Lesson.YourTurn(
                        write(prose, plan.check().prompt()),
                        work.exercise().parts().get(0).answer(),
                        work.mistakes().getOrDefault("a", List.of()).stream()
                                .map(i -> plan.check().see().get(i).map(LessonPlan.Piece::text))
                                .toList()),
                new Lesson.Pitfall(
                        plan.pitfall().id(),
                        write(prose, plan.pitfall().belief()),
                        write(prose, plan.pitfall().truth())),
                new Lesson.Snippet(
                        prose.write(plan.numpy().code().prose()),
                        write(prose, plan.numpy().says())),
                write(prose, plan.ml()),
                new Lesson.Onward(plan.onward().next(), plan.onward().alike()));
        return new Made(plan, lesson, work);
    }

    /** Pictures are asked for much later and by other threads, so the time for the exercise must not bind them. */
    private static ExerciseGenerator.Work lasting(ExerciseGenerator.Work work) {
        return new ExerciseGenerator.Work(
                work.exercise(), work.scope().until(() -> false), work.answers(), work.mistakes(), work.draws());
    }

    private static String write(ProseWriter prose, Said said) {
        return prose.write(said.prose());
    }

    private static ExerciseTemplate shown(LessonPlan plan) {
        var parameters = new LinkedHashMap<String, Draw>();
        var template = plan.template();
        template.numbers()
                .parameters()
                .forEach((name, draw) -> parameters.put(
                        name,
                        Optional.ofNullable(plan.shown().get(name))
                                .<Draw>map(f -> new Draw.OneOf(List.of(f)))
                                .orElse(draw)));
        return template.with(template.numbers().drawing(parameters));
    }

    /** The pictures of all stops, in the order of the control; of a point, row by row from the lowest. */
    public List<Lesson.Frame> frames(Made made) {
        var scope = made.work().scope();
        var found = new HashMap<Object, Map<String, Object>>();
        return stops(made.plan(), scope).stream()
                .map(value -> frame(made.plan(), scope, value, found))
                .toList();
    }

    /** The picture at one stop. */
    public Lesson.Frame frame(Made made, Expression value) {
        return frame(made.plan(), made.work().scope(), value, new HashMap<>());
    }

    /** The values of the moved parameter at all stops. */
    public List<Expression> stops(Made made) {
        return stops(made.plan(), made.work().scope());
    }

    /** What every name stands for when the control stands at this value. */
    public NameScope moved(Made made, Expression value, Set<String> needed) {
        return moved(made.plan(), made.work().scope(), value, needed);
    }

    private static List<Expression> stops(LessonPlan plan, NameScope scope) {
        var along = alongOne(plan, scope);
        if (!plan.picture().move().drag()) {
            return along;
        }
        var all = new ArrayList<Expression>();
        for (var y : along) {
            for (var x : along) {
                all.add(new Expression.Tuple(Expression.Brackets.ROUND, List.of(x, y)));
            }
        }
        return all;
    }

    private static List<Expression> alongOne(LessonPlan plan, NameScope scope) {
        var stops = plan.picture().move().stops();
        int most = plan.picture().move().drag() ? MOST_STOPS_OF_A_POINT : MOST_STOPS;
        if (stops.steps().isEmpty()) {
            return stops.listed().stream().map(scope::value).limit(most).toList();
        }
        var steps = stops.steps().get();
        var from = rational(steps.from(), scope);
        var to = rational(steps.to(), scope);
        var by = rational(steps.by(), scope);
        if (by.signum() <= 0 || (to.toDouble() - from.toDouble()) / by.toDouble() >= most) {
            throw scope.broken(steps.by(), "there are more than " + most + " stops, or none");
        }
        var values = new ArrayList<Expression>();
        for (var at = from; at.compareTo(to) <= 0; at = at.plus(by)) {
            values.add(Rationals.write(at));
        }
        return values;
    }

    private static Rational rational(Formula formula, NameScope scope) {
        return Rationals.of(scope.value(formula))
                .orElseThrow(() -> scope.broken(formula, "expected a whole number or a fraction"));
    }

    private Lesson.Control control(LessonPlan plan, NameScope scope) {
        var move = plan.picture().move();
        var along = alongOne(plan, scope);
        var values = along.stream().map(LessonMaker::number).toList();
        var prose = new ProseWriter(scope);
        return new Lesson.Control(
                move.drag(),
                prose.write(move.label().prose()),
                prose.write(move.ask().prose()),
                along.stream().map(LatexWriter::write).toList(),
                values,
                coordinates(scope.value(parameter(move)), move).stream()
                        .map(at -> nearest(values, at))
                        .toList());
    }

    private static List<Double> coordinates(Expression value, Move move) {
        var numbers = new ArrayList<Double>();
        for (double entry : Numerics.value(value, Map.of()).entries()) {
            numbers.add(entry);
        }
        return move.drag() ? numbers : numbers.subList(0, 1);
    }

    private static Formula parameter(Move move) {
        return new Formula(move.parameter(), new Expression.Symbol(move.parameter()), move.place());
    }

    private static double number(Expression e) {
        return Numerics.value(e, Map.of()).number();
    }

    private static int nearest(List<Double> values, double at) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            if (Math.abs(values.get(i) - at) < Math.abs(values.get(best) - at)) {
                best = i;
            }
        }
        return best;
    }

    private Lesson.Frame frame(
            LessonPlan plan, NameScope scope, Expression value, Map<Object, Map<String, Object>> found) {
        return frame(plan, moved(plan, scope, value, picture(plan)), found);
    }

    private static Lesson.Frame frame(LessonPlan plan, NameScope scope, Map<Object, Map<String, Object>> found) {
        var prose = new ProseWriter(scope);
        return new Lesson.Frame(
                FigureMaker.ofMany(scope, prose, found).make(plan.picture().figure()),
                prose.write(plan.picture().move().reads().prose()));
    }

    /** The names that picture and sentence use. */
    private static Set<String> picture(LessonPlan plan) {
        var names = new LinkedHashSet<String>();
        Stream.of(
                        plan.picture().figure().window().stream(),
                        plan.picture().figure().layers().stream()
                                .map(FigurePlan.Layer::formulas)
                                .flatMap(List::stream),
                        plan.picture().figure().layers().stream()
                                .flatMap(l -> l.label().stream())
                                .flatMap(p -> p.formulas().stream()),
                        plan.picture().figure().alternative().formulas().stream(),
                        plan.picture().move().reads().prose().formulas().stream())
                .flatMap(f -> f)
                .forEach(f -> names.addAll(Sameness.letters(f.tree())));
        return names;
    }

    private NameScope moved(LessonPlan plan, NameScope from, Expression value, Set<String> needed) {
        var template = plan.template();
        var closure = closure(template, needed);
        var changed = changed(plan);
        var scope = new NameScope(template, calculus, () -> false);
        from.values().forEach((name, old) -> {
            if (!changed.contains(name)) {
                scope.put(name, old);
            }
        });
        scope.put(plan.picture().move().parameter(), value);
        template.numbers().define().forEach((name, formula) -> {
            if (changed.contains(name) && closure.contains(name)) {
                scope.put(name, scope.value(formula));
            }
        });
        return scope;
    }

    /** The names with all definitions that they rest on. */
    private static Set<String> closure(ExerciseTemplate template, Set<String> needed) {
        var closure = new LinkedHashSet<>(needed);
        var names = new ArrayList<>(template.numbers().define().keySet());
        for (int i = names.size() - 1; i >= 0; i--) {
            var formula = template.numbers().define().get(names.get(i));
            if (formula != null && closure.contains(names.get(i))) {
                closure.addAll(Sameness.letters(formula.tree()));
            }
        }
        return closure;
    }

    /** The moved parameter with all definitions that rest on it. */
    public static Set<String> changed(LessonPlan plan) {
        var changed = new LinkedHashSet<>(Set.of(plan.picture().move().parameter()));
        plan.template().numbers().define().forEach((name, formula) -> {
            if (Sameness.letters(formula.tree()).stream().anyMatch(changed::contains)) {
                changed.add(name);
            }
        });
        return changed;
    }
}
