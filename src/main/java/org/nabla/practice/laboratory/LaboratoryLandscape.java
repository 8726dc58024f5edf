package org.nabla.practice.laboratory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The losses that can be chosen, each with a place to start from and numbers that show what is peculiar about it. */
enum LaboratoryLandscape {
    BOWL("bowl", "A round bowl", "x^2 + y^2", 3, "(-2.5, 1.5)", "0.1", "Every step goes straight to the minimum."),
    VALLEY(
            "valley",
            "A narrow valley",
            "x^2/2 + 5y^2",
            5,
            "(-4, 1.5)",
            "0.18",
            "Steep across, flat along: the path jumps from side to side. Features of unequal scale do this to a loss."),
    LINE(
            "line",
            "Fitting a line",
            "((x + y - 2)^2 + (2x + y - 3)^2 + (3x + y - 5)^2)/3",
            4,
            "(-2, 2)",
            "0.08",
            "The mean squared error of the line with slope $x$ and intercept $y$ through $(1, 2)$, $(2, 3)$ and $(3, 5)$."),
    LOGISTIC(
            "logistic",
            "Logistic regression",
            "(ln(1 + exp(-2x - y)) + ln(1 + exp(x - y)) + ln(1 + exp(2x + y)) + ln(1 + exp(-3x - y)))/4",
            4,
            "(-3, 3)",
            "0.5",
            "The mean cross-entropy of four points, with weight $x$ and bias $y$. It is convex, and far out it is a slope without bend."),
    SADDLE(
            "saddle",
            "A saddle",
            "x^2/2 - y^2/2 + y^4/16",
            4,
            "(-3, 0)",
            "0.2",
            "Start on the ridge $y = 0$ and the path ends at the saddle, which is no minimum. Start a little beside it."),
    ROSENBROCK(
            "rosenbrock",
            "Rosenbrock's banana",
            "(1 - x)^2 + 5(y - x^2)^2",
            3,
            "(-1.5, 2)",
            "0.02",
            "A bent valley: it is found at once and followed slowly. The minimum is at $(1, 1)$."),
    HIMMELBLAU(
            "himmelblau",
            "Four minima",
            "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
            5,
            "(-0.5, -1)",
            "0.01",
            "Himmelblau's function. Where the path ends depends on where it starts.");

    private final String id;
    private final String title;
    private final String formula;
    private final int reach;
    private final String start;
    private final String rate;
    private final String about;

    LaboratoryLandscape(String id, String title, String formula, int reach, String start, String rate, String about) {
        this.id = id;
        this.title = title;
        this.formula = formula;
        this.reach = reach;
        this.start = start;
        this.rate = rate;
        this.about = about;
    }

    static Optional<LaboratoryLandscape> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    static List<LaboratoryLandscape> all() {
        return List.of(values());
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String formula() {
        return formula;
    }

    /** How far the picture goes to each side. */
    public int reach() {
        return reach;
    }

    public String start() {
        return start;
    }

    public String rate() {
        return rate;
    }

    /** What there is to see, as prose. */
    public String about() {
        return about;
    }
}
