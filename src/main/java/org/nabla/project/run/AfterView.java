package org.nabla.project.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nabla.project.making.Numbers;
import org.nabla.project.making.Solved;
import org.nabla.project.making.StepMaker;
import org.nabla.project.progress.RunProgress;
import org.nabla.project.progress.StepState;
import org.nabla.project.shelf.PictureView;
import org.nabla.project.shelf.Projects;
import org.nabla.project.template.Step;

/**
 * What stands below the answer of a step.
 *
 * @param address to which the wish for values goes; empty where nothing may be asked for
 * @param smaller the next smaller check, where the answer is wrong and no slip is known that gives it
 * @param values in between, once they were asked for
 * @param offered whether there are some that were not asked for yet
 * @param numbers what the learner has so far
 */
record AfterView(
        String address,
        String smaller,
        Optional<Link> look,
        List<Shown> values,
        boolean offered,
        boolean insists,
        List<StepState> numbers,
        String run,
        List<PictureView> pictures,
        Optional<StepState> next,
        boolean finished) {
    private static final int AFTER_TRIES = 3;
    private static final int DIGITS = 6;

    record Link(String address, String label) {}

    record Shown(String label, String value) {}

    static AfterView of(
            Projects.Placed placed,
            Solved solved,
            RunProgress progress,
            String address,
            boolean told,
            boolean seen,
            boolean unknown) {
        var step = placed.step();
        var run = address.isEmpty() ? "" : address.substring(0, address.lastIndexOf('/'));
        var state = progress.steps().get(placed.number() - 1);
        var check = unknown ? smaller(step, progress) : Optional.<StepState>empty();
        var done = told ? progress.doneIds() : java.util.Set.<String>of();
        return new AfterView(
                address,
                unknown && step.answer().computed().isPresent() ? said(check) : "",
                check.filter(s -> !run.isEmpty())
                        .map(s -> new Link(run + "/" + s.step().id(), "Step " + s.number())),
                seen
                        ? step.help().values().stream()
                                .map(v -> new Shown(StepMaker.prose(v.label(), solved), value(v.name(), solved)))
                                .toList()
                        : List.of(),
                !seen && !address.isEmpty() && !step.help().values().isEmpty() && !state.done(),
                state.tries() >= AFTER_TRIES,
                told ? progress.numbers() : List.of(),
                run,
                run.isEmpty() ? List.of() : PictureView.of(placed.plan(), solved, done),
                state.done() && !run.isEmpty() ? progress.next(placed.number()) : Optional.empty(),
                !run.isEmpty() && progress.finished());
    }

    /** The nearest that is not right yet, or else the nearest of all. */
    private static Optional<StepState> smaller(Step step, RunProgress progress) {
        var checks = step.help().smaller().stream()
                .flatMap(id -> progress.step(id).stream())
                .toList();
        return checks.stream()
                .filter(s -> !s.done())
                .findFirst()
                .or(() -> checks.stream().findFirst());
    }

    private static String said(Optional<StepState> check) {
        return check.map(s -> s.done()
                        ? "It is not any slip we know. Your number of step " + s.number()
                                + " was right, so look at what comes after it."
                        : "It is not any slip we know. Step " + s.number()
                                + " is a smaller check of the same program: get that right first.")
                .orElse("It is not any slip we know. Try your program on the first two rows, and compare by hand.");
    }

    private static String value(String name, Solved solved) {
        return solved.data()
                .find(name)
                .map(item -> Numbers.shown(item.values(), DIGITS))
                .orElseGet(() ->
                        Numbers.shown(Objects.requireNonNull(solved.values().get(name), name), DIGITS));
    }
}
