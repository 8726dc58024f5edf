package org.nabla.project.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.making.ProjectMaker;
import org.nabla.project.making.Solved;
import org.nabla.project.making.StepKeys;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/**
 * What a learner's NumPy makes of the data, rightly and with every slip, against the server's keys and sentences. Needs a
 * Python with NumPy; {@code -Dnabla.long=true} tries thirty seeds of each project with every NumPy that is installed.
 */
class NumPyAgreementTest {
    private static final boolean LONG = Boolean.getBoolean("nabla.long");
    private static final int SEEDS = LONG ? 30 : 2;
    private static final double RELATIVE = 1e-9;
    private static final int ALL_DIGITS = 12;
    /** Differences of nearly equal numbers: their prompts say that float32 is not enough. */
    private static final Map<String, Set<String>> DOUBLES_ONLY =
            Map.of("gradient-check", Set.of("ratio"), "two-layer-network", Set.of("check"));

    private static List<NumPy> pythons = List.of();

    static List<ProjectPlan> plans() {
        return ProjectCatalogue.load().all();
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var installed = NumPy.installed();
        pythons = LONG || installed.isEmpty() ? installed : installed.subList(0, 1);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (var python : pythons) {
            python.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void aLearnersProgramIsJudgedRightly(ProjectPlan plan) throws IOException {
        assumeFalse(pythons.isEmpty(), "there is no Python with NumPy here");
        for (var python : pythons) {
            var complaints = new ArrayList<String>();
            for (int seed = 0; seed < SEEDS; seed++) {
                var solved = ProjectMaker.make(plan, seed);
                var found = python.solve(plan, solved);
                for (var step : plan.steps()) {
                    if (step.answer().computed().isPresent()) {
                        complaints.addAll(new Trial(plan, step, solved, found).complaints());
                    }
                }
            }
            assertThat(complaints).isEmpty();
        }
    }

    /** One step of one set of data. */
    private static final class Trial {
        private final ProjectPlan plan;
        private final Step step;
        private final Solved solved;
        private final Map<String, Map<String, double[]>> found;
        private final String name;
        private final List<String> complaints = new ArrayList<>();

        Trial(ProjectPlan plan, Step step, Solved solved, Map<String, Map<String, double[]>> found) {
            this.plan = plan;
            this.step = step;
            this.solved = solved;
            this.found = found;
            this.name = step.answer().computed().orElseThrow();
        }

        List<String> complaints() {
            keysAgree();
            if (step.answer().options().isEmpty()) {
                var answer = StepKeys.of(step, solved);
                rightNumbersCount(answer);
                slipsAreNamed(answer);
            }
            return complaints;
        }

        private void complain(String what) {
            complaints.add(step.id() + ", seed " + solved.seed() + ": " + what);
        }

        private double[] key() {
            return Objects.requireNonNull(solved.values().get(name), name);
        }

        /** What a run of Python printed under this name. */
        private double @Nullable [] found(String run, String printed) {
            return Objects.requireNonNull(found.get(run), run).get(printed);
        }

        private double[] numbers(String run, String printed) {
            return Objects.requireNonNull(found(run, printed), run + " " + printed);
        }

        /** The solution beside this test, and the one in the file. */
        private void keysAgree() {
            var key = key();
            agrees("the solution", key, found("", name));
            if (step.python().isPresent()) {
                agrees("the file's Python", key, found("file", step.id()));
            }
        }

        private void agrees(String what, double[] key, double @Nullable [] other) {
            if (other == null || other.length != key.length) {
                complain(what + " gives " + Arrays.toString(other) + ", not " + Arrays.toString(key));
                return;
            }
            boolean turned = step.answer().kind().equals("parallel") && dot(key, other) < 0;
            for (int i = 0; i < key.length; i++) {
                double value = turned ? -other[i] : other[i];
                if (!(Math.abs(value - key[i]) <= RELATIVE * Math.abs(key[i]))) {
                    complain(what + " gives " + Arrays.toString(other) + ", not " + Arrays.toString(key));
                    return;
                }
            }
        }

        private static double dot(double[] a, double[] b) {
            return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
        }

        private void rightNumbersCount(AnswerSpec answer) {
            var right = numbers("", name);
            for (var typed : typings(right)) {
                counts(answer, typed);
            }
            counts(answer, text(numbers("reversed", name), digits(), RoundingMode.HALF_UP));
            if (!DOUBLES_ONLY.getOrDefault(plan.id(), Set.of()).contains(step.id())) {
                singlePrecisionIsEnough();
            }
        }

        /** It rounds to the digits asked, or to a neighbor where the key lies nearly halfway between two. */
        private void singlePrecisionIsEnough() {
            var key = key();
            var single = numbers("float32", name);
            for (int i = 0; i < key.length; i++) {
                double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(key[i]))) - digits() + 1);
                if (step.answer().measured() && !(Math.abs(single[i] - key[i]) <= unit / 2)) {
                    complain("float32 gives " + Arrays.toString(single) + ", not " + Arrays.toString(key));
                    return;
                }
            }
        }

        private void counts(AnswerSpec answer, String typed) {
            var verdict = Graders.GRADER.grade(answer, typed);
            if (verdict.outcome() != Outcome.CORRECT) {
                complain("the right " + typed + " is " + verdict.outcome() + ": " + verdict.message());
            }
        }

        private void slipsAreNamed(AnswerSpec answer) {
            for (var mistake : step.mistakes()) {
                var values = mistake.bug().map(bug -> numbers(bug, name));
                if (values.isEmpty() || !Arrays.stream(values.get()).allMatch(Double::isFinite)) {
                    continue;
                }
                for (var typed : typings(values.get())) {
                    var verdict = Graders.GRADER.grade(answer, typed);
                    boolean told = verdict.outcome() == Outcome.WRONG || verdict.outcome() == Outcome.PARTIAL;
                    if (!told || !verdict.message().equals(mistake.feedback())) {
                        complain("the slip " + mistake.bug().orElseThrow() + " typed as " + typed + " is "
                                + verdict.outcome() + ": " + verdict.message());
                    }
                }
            }
        }

        private int digits() {
            return step.answer().digits().orElse(ALL_DIGITS);
        }

        /** Rounded to the digits asked, with all digits, and as Python prints it. */
        private List<String> typings(double[] values) {
            var exact = text(values, ALL_DIGITS, RoundingMode.HALF_UP);
            if (!step.answer().measured()) {
                return List.of(exact);
            }
            var entries = entries(values, ALL_DIGITS, RoundingMode.HALF_UP);
            return List.of(
                    text(values, digits(), RoundingMode.HALF_UP),
                    exact,
                    values.length == 1 ? "np.float64(" + entries.get(0) + ")" : "[" + String.join("  ", entries) + "]",
                    values.length == 1 ? entries.get(0) : "array([" + String.join(", ", entries) + "])");
        }

        private static List<String> entries(double[] values, int digits, RoundingMode rounding) {
            return Arrays.stream(values)
                    .mapToObj(value -> typed(value, digits, rounding))
                    .toList();
        }

        private static String typed(double value, int digits, RoundingMode rounding) {
            var rounded = new BigDecimal(value).round(new MathContext(digits, rounding));
            return value == Math.rint(value) ? Long.toString((long) value) : rounded.toPlainString();
        }

        private String text(double[] values, int digits, RoundingMode rounding) {
            boolean bare = step.answer().kind().equals("list") || values.length == 1;
            var listed = String.join(", ", entries(values, digits, rounding));
            return bare ? listed : "(" + listed + ")";
        }
    }
}
