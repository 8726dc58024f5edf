package org.nabla.moodle;

import java.util.List;

/** One answer box as Moodle knows it. Fractions are per cent of what it is worth. */
sealed interface AnswerBox {

    /** Hands this box to the method for its kind. */
    <E extends Exception> void to(Visitor<E> visitor) throws E;

    /** What Moodle calls a question with this box alone. */
    String type();

    /** What does one thing with each kind of box. */
    interface Visitor<E extends Exception> {
        void numerical(Numerical box) throws E;

        void letters(Short box) throws E;

        void choice(Choice box) throws E;
    }

    /** @param feedback prose; empty where nothing is said */
    record Option(String text, double fraction, String feedback) {}

    /** A number that counts within a tolerance, and others that are known mistakes. */
    record Numerical(List<Near> answers) implements AnswerBox {
        record Near(String value, String tolerance, double fraction, String feedback) {}

        @Override
        public <E extends Exception> void to(Visitor<E> visitor) throws E {
            visitor.numerical(this);
        }

        @Override
        public String type() {
            return "numerical";
        }
    }

    /** A text that is compared letter by letter with each of several ways to write the same. */
    record Short(List<Option> answers) implements AnswerBox {
        @Override
        public <E extends Exception> void to(Visitor<E> visitor) throws E {
            visitor.letters(this);
        }

        @Override
        public String type() {
            return "shortanswer";
        }
    }

    /** Options of which one or several are right, as prose. */
    record Choice(List<Option> options, boolean single) implements AnswerBox {
        @Override
        public <E extends Exception> void to(Visitor<E> visitor) throws E {
            visitor.choice(this);
        }

        @Override
        public String type() {
            return "multichoice";
        }
    }
}
