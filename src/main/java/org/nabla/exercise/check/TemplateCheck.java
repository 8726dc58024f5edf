package org.nabla.exercise.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.check.TemplateReport.Finding;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.generator.ProcessorTime;
import org.nabla.exercise.reading.TemplateReader;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.grading.grader.Grader;
import org.nabla.math.formula.Calculus;

/** Runs the checks on a template: what a teacher would try before a learner sees it. */
public final class TemplateCheck {
    private static final int ENOUGH = 30;
    private static final int SAMPLES = 3;
    private static final int COLD = 5;
    private static final int MOST_FAILURES = 12;
    private static final Duration QUICK = Duration.ofMillis(200);

    private final ExerciseGenerator generator;
    private final AnswerCheck answers;
    private final Function<ExerciseGenerator.Work, Optional<Problem>> python;

    private boolean grades = true;

    public TemplateCheck(Calculus calculus, Grader grader) {
        this(calculus, grader, new PythonCheck()::problem);
    }

    private TemplateCheck(
            Calculus calculus, Grader grader, Function<ExerciseGenerator.Work, Optional<Problem>> python) {
        this.generator = new ExerciseGenerator(calculus);
        this.answers = new AnswerCheck(calculus, grader);
        this.python = python;
    }

    /** For templates that anybody may have written: no Python of theirs is run. */
    public static TemplateCheck withoutRunningCode(Calculus calculus, Grader grader) {
        return new TemplateCheck(
                calculus,
                grader,
                work -> work.exercise()
                        .python()
                        .map(code ->
                                Problem.note(Check.PYTHON, "not run: code is run only for the built-in templates")));
    }

    /** What can be counted or read off without grading: quick enough for a look at all templates. */
    static TemplateCheck counting(Calculus calculus, Grader grader) {
        var checks = new TemplateCheck(calculus, grader);
        checks.grades = false;
        return checks;
    }

    /** Told after each step how far the checks are; ends them by throwing. */
    public interface Progress {
        void done(int steps, int of);
    }

    /** Reads and checks the text of a file. */
    public TemplateReport check(String fileName, String yaml, int seeds) {
        return check(fileName, yaml, seeds, (template, exercises) -> {});
    }

    /** The same, and hands on the exercises that were made. */
    TemplateReport check(String fileName, String yaml, int seeds, BiConsumer<String, List<Exercise>> made) {
        return TemplateReader.read(fileName, yaml)
                .either(
                        template -> check(template, seeds, (steps, of) -> {}, made),
                        errors -> unreadable(fileName, errors));
    }

    private static TemplateReport unreadable(String fileName, List<TemplateError> errors) {
        var findings = errors.stream()
                .map(e -> new Finding(Check.READS, false, Optional.empty(), e.toString()))
                .toList();
        return new TemplateReport(fileName, 0, 0, Duration.ZERO, Duration.ZERO, findings, List.of(), List.of());
    }

    /** Checks the exercises of the seeds from 0 on. */
    public TemplateReport check(ExerciseTemplate template, int seeds) {
        return check(template, seeds, (steps, of) -> {});
    }

    /** The same, and tells how far it is. */
    public TemplateReport check(ExerciseTemplate template, int seeds, Progress progress) {
        return check(template, seeds, progress, (id, exercises) -> {});
    }

    private TemplateReport check(
            ExerciseTemplate template, int seeds, Progress progress, BiConsumer<String, List<Exercise>> made) {
        var findings = new ArrayList<Finding>();
        var times = new ArrayList<Duration>();
        var works = new ArrayList<ExerciseGenerator.Work>();
        for (int i = 0; i < seeds && failures(findings) < MOST_FAILURES; i++) {
            progress.done(i, 2 * seeds);
            var seed = new Seed(i);
            long start = ProcessorTime.now();
            try {
                works.add(generator.work(template, seed));
                times.add(Duration.ofNanos(ProcessorTime.now() - start));
            } catch (BrokenTemplateException e) {
                findings.add(new Finding(Check.GENERATES, false, Optional.of(seed), String.valueOf(e.getMessage())));
            }
        }
        for (int i = 0; i < works.size(); i++) {
            progress.done(seeds + i, 2 * seeds);
            if (failures(findings) < MOST_FAILURES) {
                findings.addAll(of(template, works.get(i)));
            }
        }
        made.accept(
                template.id().value(),
                works.stream().map(ExerciseGenerator.Work::exercise).toList());
        int distinct = distinct(works);
        findings.addAll(overall(template, works, distinct));
        findings.addAll(slow(times));
        var warm =
                times.stream().skip(Math.min(COLD, times.size() / 2)).sorted().toList();
        return new TemplateReport(
                template.id().value(),
                seeds,
                distinct,
                warm.isEmpty() ? Duration.ZERO : warm.get(warm.size() / 2),
                warm.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO),
                findings,
                VarietyCheck.shares(works),
                samples(works));
    }

    private static long failures(List<Finding> findings) {
        return findings.stream().filter(f -> !f.note()).count();
    }

    private List<Finding> of(ExerciseTemplate template, ExerciseGenerator.Work work) {
        var seed = Optional.of(work.exercise().seed());
        var findings = new ArrayList<Finding>();
        new ProseCheck(work).problems().forEach(p -> findings.add(new Finding(p.check(), p.note(), seed, p.message())));
        QuoteCheck.problems(work).forEach(p -> findings.add(new Finding(p.check(), p.note(), seed, p.message())));
        template.page()
                .figure()
                .map(plan -> FigureCheck.problems(work, plan))
                .orElse(List.of())
                .forEach(p -> findings.add(new Finding(Check.FIGURE, false, seed, p)));
        if (!grades) {
            return findings;
        }
        answers.problems(template, work)
                .forEach(p -> findings.add(new Finding(p.check(), p.note(), seed, p.message())));
        var verifier = new Verifier(template, work.scope());
        for (int i = 0; i < template.parts().size(); i++) {
            var part = work.exercise().parts().get(i);
            var key = Optional.ofNullable(work.answers().get(part.id()));
            for (var verification : template.parts().get(i).verify()) {
                verifier.problem(verification, part, key)
                        .ifPresent(p -> findings.add(new Finding(
                                Check.VERIFIED,
                                false,
                                seed,
                                "part " + part.id() + ", " + verification.place() + ": " + p)));
            }
        }
        return findings;
    }

    private List<Finding> overall(ExerciseTemplate template, List<ExerciseGenerator.Work> works, int distinct) {
        var findings = new ArrayList<Finding>();
        int enough = Math.min(ENOUGH, works.size() / 3);
        if (distinct < enough) {
            findings.add(new Finding(
                    Check.DISTINCT,
                    false,
                    Optional.empty(),
                    "only " + distinct + " different exercises among " + works.size() + ": draw from wider ranges"));
        }
        Independence.problems(template)
                .forEach(p -> findings.add(new Finding(Check.VERIFIED, false, Optional.empty(), p)));
        VarietyCheck.problems(works)
                .forEach(p -> findings.add(new Finding(p.check(), p.note(), Optional.empty(), p.message())));
        MistakeCount.problems(template, works)
                .forEach(p -> findings.add(new Finding(Check.MISTAKES, p.note(), Optional.empty(), p.message())));
        for (var work :
                works.stream().limit(works.size() < ENOUGH ? 1 : SAMPLES).toList()) {
            python.apply(work)
                    .ifPresent(p -> findings.add(new Finding(
                            Check.PYTHON, p.note(), Optional.of(work.exercise().seed()), p.message())));
        }
        return findings;
    }

    /** Judged by the median, when warm: one slow exercise says more of the machine than of the template. */
    private static List<Finding> slow(List<Duration> times) {
        var sorted = times.stream().skip(COLD).sorted().toList();
        if (sorted.size() < ENOUGH || sorted.get(sorted.size() / 2).compareTo(QUICK) <= 0) {
            return List.of();
        }
        return List.of(new Finding(
                Check.GENERATES, false, Optional.empty(), "usually takes more than " + QUICK.toMillis() + " ms"));
    }

    private static int distinct(List<ExerciseGenerator.Work> works) {
        var seen = new HashSet<List<Object>>();
        works.forEach(w -> seen.add(List.of(
                w.exercise().prompt(),
                w.exercise().parts().stream().map(p -> p.answer().value()).toList())));
        return seen.size();
    }

    private static List<Exercise> samples(List<ExerciseGenerator.Work> works) {
        return works.stream()
                .limit(SAMPLES)
                .map(ExerciseGenerator.Work::exercise)
                .toList();
    }

    /** A finding before it is known where it was made. */
    record Problem(Check check, boolean note, String message) {
        static Problem failure(Check check, String message) {
            return new Problem(check, false, message);
        }

        static Problem note(Check check, String message) {
            return new Problem(check, true, message);
        }
    }
}
