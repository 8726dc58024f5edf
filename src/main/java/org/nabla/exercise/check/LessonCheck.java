package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.check.LessonReport.Check;
import org.nabla.exercise.check.LessonReport.Finding;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.generator.LessonMaker;
import org.nabla.exercise.generator.NameScope;
import org.nabla.exercise.generator.ProseWriter;
import org.nabla.exercise.lesson.Claim;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.exercise.lesson.Said;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.numeric.Sameness;
import org.nabla.exercise.reading.LessonReader;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Prose;
import org.nabla.exercise.template.Verification;
import org.nabla.grading.grader.Grader;
import org.nabla.math.Expression;
import org.nabla.math.ExpressionSort;
import org.nabla.math.Function;
import org.nabla.math.formula.Calculus;

/** Proves a lesson: its numbers, its relations, its claims, its snippet, its links and its words. */
public final class LessonCheck {
    private static final int FEWEST_MISTAKES = 3;
    private static final int FEWEST_STEPS = 4;
    private static final int MOST_STEPS = 7;
    private static final int CODE_LINES = 3;
    private static final int CODE_WIDTH = 72;
    private static final int TRIED_STOPS = 25;
    private static final int MOST_OF_A_KIND = 6;
    /** How far a rounded number may be from the one that it stands for. */
    private static final double MOST_ROUNDED = .02;

    private static final Pattern MATH = Pattern.compile("(?s)\\$\\$?(.+?)\\$\\$?");
    private static final Pattern RELATION =
            Pattern.compile("(?<!\\\\)=|\\\\approx\\b|\\\\leq?\\b|\\\\geq?\\b|\\\\neq?\\b|<|>");
    private static final Pattern BRANCH = Pattern.compile("\\{(?:if|case) [^{}]*\\}");

    private final LessonMaker maker;
    private final AnswerCheck answers;
    private final PythonCheck python = new PythonCheck();
    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;
    private final Map<String, LessonPlan> lessons;

    /** @param lessons all lessons by skill, to which links may lead */
    public LessonCheck(
            Calculus calculus,
            Grader grader,
            Curriculum curriculum,
            ExerciseCatalogue catalogue,
            Map<String, LessonPlan> lessons) {
        this.maker = new LessonMaker(calculus);
        this.answers = new AnswerCheck(calculus, grader);
        this.curriculum = curriculum;
        this.catalogue = catalogue;
        this.lessons = lessons;
    }

    /** Reads and checks the text of a file. */
    public LessonReport check(String fileName, String yaml, int draws) {
        return LessonReader.read(fileName, yaml)
                .either(plan -> check(plan, draws), errors -> unreadable(fileName, errors));
    }

    private static LessonReport unreadable(String fileName, List<TemplateError> errors) {
        var findings = errors.stream()
                .map(e -> new Finding(Check.READS, false, e.toString()))
                .toList();
        return new LessonReport(fileName, Map.of(), 0, 0, 0, 0, 0, 0, 0, findings);
    }

    /** Checks the lesson as it is shown, at its stops, and with other numbers. */
    public LessonReport check(LessonPlan plan, int draws) {
        var findings = new ArrayList<Finding>();
        var words = new LessonWords(plan);
        findings.addAll(words.findings());
        findings.addAll(new LessonTerms(plan, curriculum, lessons).findings());
        coverage(plan, findings);
        links(plan, findings);
        form(plan, findings);
        for (int variant = 0; variant <= draws; variant++) {
            try {
                var made = maker.made(plan, variant);
                var about = variant == 0 ? "" : "variant " + variant + ": ";
                numbers(made, about, findings);
                if (variant == 0) {
                    stops(made, findings);
                }
                if (variant <= 1) {
                    numpy(made, about, findings);
                }
            } catch (BrokenTemplateException e) {
                add(findings, Check.READS, (variant == 0 ? "" : "variant " + variant + ": ") + e.getMessage());
            }
        }
        return new LessonReport(
                plan.skill(),
                words.counts(),
                words.whole(),
                words.sentences(),
                words.mean(),
                words.longest(),
                words.grade(),
                plan.grounds().claims().size(),
                plan.check().feedback().size(),
                few(findings));
    }

    /** A fault that shows with every draw is told some times, not twenty. */
    private static List<Finding> few(List<Finding> findings) {
        var seen = new LinkedHashMap<String, Integer>();
        return findings.stream()
                .distinct()
                .filter(f -> seen.merge(f.check() + "" + f.note(), 1, Integer::sum)
                        <= (f.check() == Check.COVERAGE ? Integer.MAX_VALUE : 2 * MOST_OF_A_KIND))
                .toList();
    }

    private static void add(List<Finding> findings, Check check, String message) {
        findings.add(new Finding(check, false, message));
    }

    private void coverage(LessonPlan plan, List<Finding> findings) {
        var all = plan.all();
        for (var said : all) {
            var math = MATH.matcher(said.flat());
            while (math.find()) {
                var formula = math.group();
                if (RELATION.matcher(BRANCH.matcher(formula).replaceAll(" ")).find()
                        && !plan.grounds().cover(formula)) {
                    add(findings, Check.COVERAGE, said.place() + ": neither given nor claimed: " + formula);
                }
            }
        }
        for (var claim : plan.grounds().claims()) {
            if (all.stream().noneMatch(s -> s.flat().contains(claim.says()))) {
                add(
                        findings,
                        Check.COVERAGE,
                        claim.place() + ": this claim stands nowhere in the text: " + claim.says());
            }
        }
        for (var given : plan.grounds().given()) {
            if (all.stream().noneMatch(s -> s.flat().contains(given.flat()))) {
                add(findings, Check.COVERAGE, given.place() + ": this stands nowhere in the text: " + given.text());
            }
        }
        for (var claim : plan.grounds().claims()) {
            if (claim.holds().compares((left, right) -> repeats(plan, left.tree(), right.tree()))) {
                var sides = claim.holds().formulas();
                add(
                        findings,
                        Check.TRUTH,
                        claim.place()
                                + ": the right side is how the left side is defined; go another way, such as a"
                                + " difference quotient: " + sides.get(0).text() + " ~ "
                                + sides.get(1).text());
            }
        }
    }

    private static boolean repeats(LessonPlan plan, Expression left, Expression right) {
        var defined = ExpressionSort.of(left) == ExpressionSort.SYMBOL
                ? Optional.ofNullable(plan.template().numbers().define().get(Numerics.name(left)))
                        .map(Formula::tree)
                : Optional.<Expression>empty();
        return left.equals(right)
                || defined.filter(d -> d.equals(right) && !Routes.isNumeric(right))
                        .isPresent();
    }

    private void links(LessonPlan plan, List<Finding> findings) {
        for (var link : plan.links()) {
            if (!leads(plan, link.text())) {
                add(findings, Check.LINKS, link.place() + ": there is no paragraph " + link.text());
            }
        }
        if (new HashSet<>(plan.anchors()).size() != plan.anchors().size()) {
            add(findings, Check.LINKS, plan.place() + ": two paragraphs have the same id: " + plan.anchors());
        }
        if (curriculum.skill(plan.skill()).isEmpty()) {
            add(findings, Check.LINKS, plan.place() + ": there is no skill " + plan.skill());
        }
        var area = curriculum.skill(plan.skill()).flatMap(s -> curriculum.areaOf(s.id()));
        if (area.isPresent() && !plan.place().file().endsWith(area.get().id() + "/" + plan.skill() + ".yaml")) {
            add(
                    findings,
                    Check.LINKS,
                    plan.place() + ": the lesson belongs into lessons/"
                            + area.get().id() + "/" + plan.skill() + ".yaml");
        }
        plan.onward()
                .alike()
                .filter(id -> curriculum.skill(id).isEmpty())
                .ifPresent(id -> add(findings, Check.LINKS, plan.place() + ": there is no skill " + id));
        for (var id : plan.onward().next()) {
            var template = catalogue.find(new ExerciseId(id));
            if (template.isEmpty()) {
                add(findings, Check.LINKS, plan.place() + ": there is no exercise " + id);
            } else if (!template.get().skills().contains(plan.skill())) {
                add(
                        findings,
                        Check.LINKS,
                        plan.place() + ": the exercise " + id + " does not practice " + plan.skill());
            }
        }
        if (plan.onward().next().isEmpty()) {
            boolean none = catalogue.bySkill(plan.skill()).isEmpty();
            findings.add(new Finding(
                    Check.LINKS, none, "next is empty" + (none ? ": no exercise practices the skill yet" : "")));
        }
    }

    /** Whether a link has its paragraph. */
    private boolean leads(LessonPlan plan, String link) {
        int hash = link.indexOf('#');
        if (hash < 0) {
            return plan.anchors().contains(link);
        }
        var skill = link.substring(0, hash);
        var target = skill.equals(plan.skill()) ? Optional.of(plan) : Optional.ofNullable(lessons.get(skill));
        return target.filter(t -> t.anchors().contains(link.substring(hash + 1)))
                .isPresent();
    }

    private static void form(LessonPlan plan, List<Finding> findings) {
        int steps = plan.example().steps().size();
        if (steps < FEWEST_STEPS || steps > MOST_STEPS) {
            add(
                    findings,
                    Check.STEPS,
                    "the example has " + steps + " steps, expected " + FEWEST_STEPS + " to " + MOST_STEPS);
        }
        if (plan.check().feedback().size() < FEWEST_MISTAKES) {
            add(
                    findings,
                    Check.QUESTION,
                    "your turn has " + plan.check().feedback().size() + " mistakes with feedback, at least "
                            + FEWEST_MISTAKES);
        }
        if (plan.rule().rules().isEmpty() || plan.rule().rules().size() > 3) {
            add(findings, Check.WORDS, "formula has " + plan.rule().rules().size() + " rules, expected 1 to 3");
        }
        int still = plan.picture().move().still().size();
        if (still < 2 || still > 3) {
            add(findings, Check.CONTROL, "expected 2 or 3 stops under still, for paper");
        }
        if (!plan.pitfall().belief().source().contains("“")) {
            add(findings, Check.WORDS, plan.pitfall().belief().place() + ": the belief stands in quotation marks “ ”");
        }
    }

    /** What is looked at for each choice of numbers. */
    private void numbers(LessonMaker.Made made, String about, List<Finding> findings) {
        var plan = made.plan();
        var scope = made.work().scope();
        claims(plan.grounds().claims(), made, scope, about, false, findings);
        steps(made, about, findings);
        var prose = new ProseWriter(scope);
        var typeset = new ProseCheck(made.work());
        for (var said : plan.all()) {
            typeset.problems(said.place().toString(), prose.write(said.prose()))
                    .forEach(p -> findings.add(new Finding(Check.TYPESETS, p.note(), about + p.message())));
        }
        for (var problem : answers.problems(plan.template(), made.work())) {
            findings.add(new Finding(Check.QUESTION, problem.note(), about + problem.message()));
        }
        int left = made.lesson().check().answer().mistakes().size();
        if (about.isEmpty() && left < FEWEST_MISTAKES) {
            add(
                    findings,
                    Check.QUESTION,
                    "with the numbers shown only " + left
                            + " mistakes are left: the others equal the answer or each other");
        }
        var part = plan.template().parts().get(0);
        var verifier = new Verifier(plan.template(), scope);
        for (var verification : part.verify()) {
            verifier.problem(
                            verification,
                            made.work().exercise().parts().get(0),
                            Optional.ofNullable(made.work().answers().get(part.id())))
                    .ifPresent(p -> add(findings, Check.QUESTION, about + verification.place() + ": " + p));
        }
        if (about.isEmpty()) {
            Independence.problems(plan.template()).forEach(p -> add(findings, Check.QUESTION, p));
        }
    }

    /** @param lenient whether a claim that has no value here is let pass */
    private static void claims(
            List<Claim> claims,
            LessonMaker.Made made,
            NameScope scope,
            String about,
            boolean lenient,
            List<Finding> findings) {
        var verifier = new Verifier(made.plan().template(), scope);
        var part = made.work().exercise().parts().get(0);
        for (var claim : claims) {
            verifier.problem(claim.holds(), part, Optional.empty())
                    .filter(p -> !lenient || (p.contains(", but ") && !p.contains("NaN")))
                    .ifPresent(p -> add(findings, Check.TRUTH, about + claim.place() + ": " + claim.says() + ": " + p));
        }
    }

    /** The answer of the example is claimed, stands in its steps, and one of its values in one of the last two. */
    private static void steps(LessonMaker.Made made, String about, List<Finding> findings) {
        var plan = made.plan();
        var prose = new ProseWriter(made.work().scope());
        var steps = plan.example().steps().stream()
                .map(s -> prose.write(s.act().prose()))
                .toList();
        var atTheEnd = String.join(" ", steps.subList(Math.max(0, steps.size() - 2), steps.size()));
        boolean arrives = false;
        for (var answer : plan.example().answer()) {
            var written = prose.write(new Prose(List.of(new Prose.Value(answer, Prose.Style.TIDY, true))));
            if (steps.stream().noneMatch(s -> s.contains(written))) {
                add(findings, Check.STEPS, about + answer.place() + ": the answer $" + written + "$ stands in no step");
            }
            arrives |= atTheEnd.contains(written);
            boolean claimed = plan.grounds().claims().stream()
                    .anyMatch(c -> c.holds()
                            .compares((left, right) -> left.tree().equals(answer.tree())
                                    || right.tree().equals(answer.tree())));
            if (!claimed) {
                add(
                        findings,
                        Check.STEPS,
                        answer.place() + ": the answer " + answer.text() + " is not claimed: " + answer.text()
                                + " ~ …");
            }
        }
        if (!arrives && !plan.example().answer().isEmpty()) {
            add(findings, Check.STEPS, about + "the last two steps do not arrive at the answer of the example");
        }
    }

    private void stops(LessonMaker.Made made, List<Finding> findings) {
        var plan = made.plan();
        var stops = maker.stops(made);
        var control = made.lesson().picture().control();
        var start = made.work()
                .scope()
                .insert(new Formula(
                        plan.picture().move().parameter(),
                        new Expression.Symbol(plan.picture().move().parameter()),
                        plan.picture().move().place()));
        if (stops.stream().noneMatch(s -> Sameness.asAnswers("point", s, start))) {
            add(
                    findings,
                    Check.CONTROL,
                    plan.picture().move().place() + ": the value shown of "
                            + plan.picture().move().parameter() + " is no stop");
        }
        if (control.stops().size() < 3) {
            add(findings, Check.CONTROL, plan.picture().move().place() + ": at least 3 stops");
        }
        var moving = plan.grounds().claims().stream()
                .filter(c -> names(c.holds()).stream().anyMatch(LessonMaker.changed(plan)::contains))
                .toList();
        var inSight = moving.stream().filter(c -> isMoving(plan, c)).toList();
        var others = moving.stream().filter(c -> !isMoving(plan, c)).toList();
        Set<String> needed = new LinkedHashSet<>();
        moving.forEach(c -> needed.addAll(names(c.holds())));
        int every = Math.max(1, (stops.size() + TRIED_STOPS - 1) / TRIED_STOPS);
        var typeset = new ProseCheck(made.work());
        var rounded = plan.all().stream()
                .filter(s -> s.section() == Said.Section.FIGURE
                        || s.equals(plan.picture().move().reads()))
                .flatMap(s -> s.prose().formulas().stream())
                .filter(f -> f.tree().isCallOf(Function.DECIMAL))
                .toList();
        rounded.forEach(f -> needed.addAll(Sameness.letters(f.tree())));
        for (int i = 0; i < stops.size(); i += every) {
            var about = "at stop " + org.nabla.math.writing.TextWriter.write(stops.get(i)) + ": ";
            var scope = maker.moved(made, stops.get(i), needed);
            claims(inSight, made, scope, about, false, findings);
            claims(others, made, scope, about, true, findings);
            rounded.forEach(f -> roundings(f, scope, about, findings));
            var frame = maker.frame(made, stops.get(i));
            for (var text : List.of(frame.reads(), frame.figure().alternative())) {
                typeset.problems(about, text)
                        .forEach(p -> findings.add(new Finding(Check.TYPESETS, p.note(), p.message())));
            }
        }
        var stills = made.lesson().picture().stills();
        if (stills.stream().map(s -> s.figure().alternative()).distinct().count() < stills.size()
                && stills.stream().map(s -> s.reads()).distinct().count() < stills.size()) {
            add(findings, Check.CONTROL, "the stills are told apart neither by their alternative texts nor by reads");
        }
    }

    /** A rounded number in a sentence is near the one it stands for: 3/2 with one digit would be shown as 2. */
    private static void roundings(Formula formula, NameScope scope, String about, List<Finding> findings) {
        var exact = scope.value(
                new Formula(formula.text(), formula.tree().children().get(0), formula.place()));
        var shown = Numerics.value(scope.value(formula), Map.of()).number();
        var value = Numerics.value(exact, Map.of()).number();
        if (Math.abs(shown - value) > MOST_ROUNDED * Math.abs(value)) {
            add(
                    findings,
                    Check.TYPESETS,
                    about + formula.place() + ": shows " + shown + " for " + value + ": give it more digits");
        }
    }

    private static boolean isMoving(LessonPlan plan, Claim claim) {
        return plan.all().stream()
                .filter(s -> s.section() == Said.Section.LABEL
                        || s.section() == Said.Section.FIGURE
                        || s.equals(plan.picture().move().reads()))
                .anyMatch(s -> s.flat().contains(claim.says()));
    }

    private static Set<String> names(Verification verification) {
        var names = new LinkedHashSet<String>();
        verification.formulas().forEach(formula -> names.addAll(Sameness.letters(formula.tree())));
        return names;
    }

    private void numpy(LessonMaker.Made made, String about, List<Finding> findings) {
        var code = made.lesson().numpy().code();
        var lines = code.strip().lines().toList();
        if (lines.size() > CODE_LINES) {
            add(findings, Check.NUMPY, "the code has " + lines.size() + " lines, at most " + CODE_LINES);
        }
        lines.stream()
                .filter(l -> l.length() > CODE_WIDTH && about.isEmpty())
                .forEach(l -> add(findings, Check.NUMPY, "longer than " + CODE_WIDTH + " characters: " + l));
        var expected = new ArrayList<Double>();
        try {
            var scope = made.work().scope();
            for (double entry : Numerics.value(scope.insert(made.plan().numpy().prints()), Map.of())
                    .entries()) {
                expected.add(entry);
            }
        } catch (NumericException e) {
            add(findings, Check.NUMPY, made.plan().numpy().prints().place() + ": " + e.sentence());
            return;
        }
        python.problem("import numpy as np\n" + code, List.of(expected))
                .ifPresent(p -> findings.add(new Finding(Check.NUMPY, p.note(), about + p.message())));
    }
}
