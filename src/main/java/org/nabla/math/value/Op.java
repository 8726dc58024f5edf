package org.nabla.math.value;

/** The instructions of a {@link Program}. */
public enum Op {
    /** An exact fraction. */
    CONSTANT,
    VARIABLE,
    PI,
    ADD,
    MULTIPLY,
    DIVIDE,
    NEGATE,
    /** {@code a^n}, n a whole number that fits an int. */
    POWER_INTEGER,
    /** {@code a^(p/q)} in lowest terms; for odd q the real root, also of negative numbers. */
    POWER_RATIONAL,
    /** {@code a^b}: for positive a, or for whole b. */
    POWER,
    EXP,
    LN,
    SIN,
    COS,
    ARCSIN,
    ARCCOS,
    ARCTAN,
    SINH,
    COSH,
    TANH,
    ABS,
    SIGN,
    FLOOR,
    FACTORIAL,
    MIN,
    MAX,
    ERF,
    /** Truth is 1, falsehood 0. */
    LESS,
    LESS_OR_EQUAL,
    EQUAL,
    NOT,
    AND,
    OR,
    /** {@code a ? b : c}; only the chosen one need be defined. */
    SELECT,
    /** Nothing real, for certain: division by zero. */
    UNDEFINED,
    /** Beyond what can be evaluated: a declared function, the imaginary unit, a number too large. */
    OPAQUE
}
