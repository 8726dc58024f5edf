package org.nabla.math;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built-in functions: the closed set that an expression may call, with the names under which each is typed. */
public enum Function {
    SIN("sin", 1, 1),
    COS("cos", 1, 1),
    TAN("tan", 1, 1, "tg"),
    SEC("sec", 1, 1),
    CSC("csc", 1, 1, "cosec"),
    COT("cot", 1, 1, "ctg", "cotan"),
    ARCSIN("arcsin", 1, 1, "asin"),
    ARCCOS("arccos", 1, 1, "acos"),
    ARCTAN("arctan", 1, 1, "atan", "arctg"),
    ARCSEC("arcsec", 1, 1, "asec"),
    ARCCSC("arccsc", 1, 1, "acsc", "arccosec"),
    /** Between 0 and π, so that it has no jump. */
    ARCCOT("arccot", 1, 1, "acot", "arcctg"),
    SINH("sinh", 1, 1),
    COSH("cosh", 1, 1),
    TANH("tanh", 1, 1),
    SECH("sech", 1, 1),
    CSCH("csch", 1, 1, "cosech"),
    COTH("coth", 1, 1),
    ARSINH("arsinh", 1, 1, "asinh", "arcsinh"),
    ARCOSH("arcosh", 1, 1, "acosh", "arccosh"),
    ARSECH("arsech", 1, 1, "asech", "arcsech"),
    ARCSCH("arcsch", 1, 1, "acsch", "arccsch"),
    ARCOTH("arcoth", 1, 1, "acoth", "arccoth"),
    ARTANH("artanh", 1, 1, "atanh", "arctanh"),
    EXP("exp", 1, 1),
    LN("ln", 1, 1),
    /** With one argument the natural logarithm, as in the literature of machine learning; with two, the second is the base. */
    LOG("log", 1, 2),
    SQRT("sqrt", 1, 1),
    CBRT("cbrt", 1, 1),
    /** {@code root(x, n)}: the real n-th root. */
    ROOT("root", 2, 2),
    ABS("abs", 1, 1),
    SIGN("sign", 1, 1, "sgn"),
    FLOOR("floor", 1, 1),
    CEILING("ceil", 1, 1, "ceiling"),
    FACTORIAL("factorial", 1, 1),
    MIN("min", 1, 64),
    MAX("max", 1, 64),
    /** {@code atan2(y, x)}: the angle of the point (x, y), in (−π, π]. */
    ATAN2("atan2", 2, 2, "arctan2"),
    /** The logistic function 1/(1 + e^(−x)). */
    SIGMOID("sigmoid", 1, 1, "logistic"),
    RELU("relu", 1, 1, "ReLU"),
    SOFTPLUS("softplus", 1, 1),
    ERF("erf", 1, 1),
    /** {@code piecewise(value, condition, value, condition, …, otherwise)}. */
    PIECEWISE("piecewise", 3, 21),
    NORM("norm", 1, 1),
    DOT("dot", 2, 2),
    CROSS("cross", 2, 2),
    DET("det", 1, 1),
    TRANSPOSE("transpose", 1, 1),

    // For the authors of exercises: carried out when an exercise is generated, never left in one.

    /** {@code diff(f, x)}, {@code diff(f, x, y)}, {@code diff(f, x, 2)}. */
    DIFF("diff", 2, 6, true),
    /** {@code integrate(f, x)} or {@code integrate(f, x, a, b)}. */
    INTEGRATE("integrate", 2, 4, true),
    /** {@code limit(f, x, a)}. */
    LIMIT("limit", 3, 3, true),
    /** {@code at(f, x, a)} or {@code at(f, [x, y], P)}: the value with the variables put in. */
    AT("at", 3, 3, true),
    GRADIENT("gradient", 2, 2, true),
    JACOBIAN("jacobian", 2, 2, true),
    HESSIAN("hessian", 2, 2, true),
    DIVERGENCE("divergence", 2, 2, true),
    CURL("curl", 2, 2, true),
    LAPLACIAN("laplacian", 2, 2, true),
    /** {@code taylor(f, [x, y], P, n)}: the Taylor polynomial of degree n about P. */
    TAYLOR("taylor", 4, 4, true),
    /** {@code solve(equation or list, variable or list)}: the real solutions, in order. */
    SOLVE("solve", 2, 2, true),
    EXPAND("expand", 1, 1, true),
    FACTOR("factor", 1, 1, true),
    SIMPLIFY("simplify", 1, 1, true),
    INVERSE("inverse", 1, 1, true),
    TRACE("trace", 1, 1, true),
    RANK("rank", 1, 1, true),
    EIGENVALUES("eigenvalues", 1, 1, true),
    /** A basis of the eigenspace: {@code eigenvectors(A, lambda)}. */
    EIGENVECTORS("eigenvectors", 2, 2, true),
    /** {@code entry(v, i)} or {@code entry(A, i, j)}, counted from 1. */
    ENTRY("entry", 2, 3, true),
    /** The count of entries of a vector, or of rows of a matrix. */
    LENGTH("length", 1, 1, true),
    /** A decimal with that many significant digits: {@code decimal(x, 4)}. */
    DECIMAL("decimal", 2, 2, true),
    /** {@code sum(f, k, a, b)}: f added up for k from a to b. */
    SUM("sum", 4, 4, true);

    private static final Map<String, Function> BY_NAME = Stream.of(values())
            .flatMap(f -> f.names.stream().map(name -> Map.entry(name, f)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Those whose argument people write without brackets; what comes after the cube root always has them. */
    private static final Set<Function> STAND_ALONE = EnumSet.range(SIN, CBRT);

    private final List<String> names;
    private final int minArguments;
    private final int maxArguments;
    private final boolean forAuthors;

    Function(String name, int minArguments, int maxArguments, String... aliases) {
        this(name, minArguments, maxArguments, false, aliases);
    }

    Function(String name, int minArguments, int maxArguments, boolean forAuthors, String... aliases) {
        this.names = Stream.concat(Stream.of(name), Stream.of(aliases)).toList();
        this.minArguments = minArguments;
        this.maxArguments = maxArguments;
        this.forAuthors = forAuthors;
    }

    /** The function that is typed with this name, in the case in which it is listed. */
    public static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The name in the input language. */
    public String text() {
        return names.get(0);
    }

    public List<String> names() {
        return names;
    }

    public int minArguments() {
        return minArguments;
    }

    public int maxArguments() {
        return maxArguments;
    }

    /** Whether the argument may follow without brackets, as in {@code sin x}. */
    public boolean standsAlone() {
        return STAND_ALONE.contains(this);
    }

    /** Whether only the author of an exercise may use it, not a learner. */
    public boolean forAuthors() {
        return forAuthors;
    }
}
