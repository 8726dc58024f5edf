package org.nabla.math.symja.wire;

/** The sort of a node, as one byte. */
enum Tag {
    NUMERAL,
    DECIMAL,
    CONSTANT,
    WORD,
    SYMBOL,
    SUM,
    PRODUCT,
    QUOTIENT,
    POWER,
    NEGATION,
    CALL,
    APPLICATION,
    TUPLE,
    MATRIX,
    BRACES,
    LISTING,
    RELATION,
    AND,
    OR,
    INTERVAL,
    UNION;

    private static final Tag[] ALL = values();

    static Tag at(int ordinal) {
        return ALL[ordinal];
    }
}
