package org.nabla.exercise.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a parameter is drawn. */
public sealed interface Draw {

    /** A bound that is written as a number. */
    Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    /** Hands this to the method for its kind. */
    <T> T by(Drawer<T> drawer);

    /** The words of which one is drawn, for prose alone; none where a value is drawn. */
    default List<String> words() {
        return List.of();
    }

    /** Whether the same is drawn always. */
    default boolean isFixed() {
        return false;
    }

    /** Whether 0 may be drawn, as far as bounds that are written as numbers tell. */
    default boolean mayBeZero() {
        return false;
    }

    /** What draws a value of each kind. */
    interface Drawer<T> {
        T whole(Whole whole);

        T ratio(Ratio ratio);

        T sign(Sign sign);

        T oneOf(OneOf oneOf);

        T oneWord(OneWord oneWord);

        T permutation(Permutation permutation);

        T distinct(Distinct distinct);

        T entries(Entries entries);

        T grid(Grid grid);
    }

    /** A whole number: {@code integer 1..9 step 2 except 3, 5}. */
    record Whole(Range range) implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.whole(this);
        }

        @Override
        public boolean mayBeZero() {
            return range.mayBeZero();
        }
    }

    /** A fraction that is no whole number, in lowest terms: {@code fraction 1..5 / 2..4}. */
    record Ratio(Range numerator, Range denominator) implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.ratio(this);
        }
    }

    /** 1 or −1. */
    record Sign() implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.sign(this);
        }
    }

    /** One of several formulas. */
    record OneOf(List<Formula> options) implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.oneOf(this);
        }

        @Override
        public boolean isFixed() {
            return options.size() == 1;
        }
    }

    /** One of several words, for prose alone. */
    record OneWord(List<String> words) implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.oneWord(this);
        }
    }

    /** The formulas as a tuple in another order. */
    record Permutation(List<Formula> entries) implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.permutation(this);
        }
    }

    /** A tuple of different entries: {@code distinct 3 integer 1..9}, {@code distinct 2 of [x, y, z]}. */
    record Distinct(int count, Draw entry) implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.distinct(this);
        }
    }

    /** A tuple with entries drawn one by one: {@code point}, {@code vector}, {@code vector 3}. */
    record Entries(int count, Draw entry) implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.entries(this);
        }
    }

    record Grid(int rows, int columns, Shape shape, Draw entry) implements Draw {
        @Override
        public <T> T by(Drawer<T> drawer) {
            return drawer.grid(this);
        }
    }

    /** What a drawn matrix looks like. */
    enum Shape {
        FULL,
        SYMMETRIC,
        DIAGONAL,
        UPPER
    }

    /** From low to high, both included; the bounds may use what was drawn before. */
    record Range(Formula low, Formula high, Optional<Formula> step, List<Formula> except) {

        private boolean mayBeZero() {
            return isNumber(low)
                    && isNumber(high)
                    && Integer.parseInt(low.text()) <= 0
                    && Integer.parseInt(high.text()) >= 0
                    && except.stream().noneMatch(e -> e.text().equals("0"));
        }

        private static boolean isNumber(Formula formula) {
            return WHOLE_NUMBER.matcher(formula.text()).matches();
        }
    }
}
