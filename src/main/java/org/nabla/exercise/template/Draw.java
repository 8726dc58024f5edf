package org.nabla.exercise.template;

import java.util.List;
import java.util.Optional;

/** How a parameter is drawn. */
public sealed interface Draw {

    /** A whole number: {@code integer 1..9 step 2 except 3, 5}. */
    record Whole(Range range) implements Draw {}

    /** A fraction that is no whole number, in lowest terms: {@code fraction 1..5 / 2..4}. */
    record Ratio(Range numerator, Range denominator) implements Draw {}

    /** 1 or −1. */
    record Sign() implements Draw {}

    /** One of several formulas. */
    record OneOf(List<Formula> options) implements Draw {}

    /** One of several words, for prose alone. */
    record OneWord(List<String> words) implements Draw {}

    /** The formulas as a tuple in another order. */
    record Permutation(List<Formula> entries) implements Draw {}

    /** A tuple of different entries: {@code distinct 3 integer 1..9}, {@code distinct 2 of [x, y, z]}. */
    record Distinct(int count, Draw entry) implements Draw {}

    /** A tuple with entries drawn one by one: {@code point}, {@code vector}, {@code vector 3}. */
    record Entries(int count, Draw entry) implements Draw {}

    record Grid(int rows, int columns, Shape shape, Draw entry) implements Draw {}

    /** What a drawn matrix looks like. */
    enum Shape {
        FULL,
        SYMMETRIC,
        DIAGONAL,
        UPPER
    }

    /** From low to high, both included; the bounds may use what was drawn before. */
    record Range(Formula low, Formula high, Optional<Formula> step, List<Formula> except) {}
}
