package org.nabla.grading;

import java.util.List;
import java.util.Map;

/**
 * What an exercise expects, as data: the form in which a generated exercise is kept and in which other software asks the
 * checker. All mathematics is text in the input language. {@code AnswerKey.of} makes it a key that grades.
 *
 * @param kind the word of the answer kind: {@code number}, {@code expression}, {@code vector}, …
 * @param value the key, in the input language; several entries for a set, a list or choices
 * @param variables the letters a learner may use, each with its domain in words: {@code real}, {@code positive},
 *     {@code nonnegative}, {@code nonzero}, {@code integer} or an interval such as {@code [-3, 3]}
 * @param options what else the kind allows: {@code decimals}, {@code form}, {@code weights}, {@code options} of a choice, …
 * @param mistakes anticipated wrong answers, in the order in which they are tried
 */
public record AnswerSpec(
        String kind,
        List<String> value,
        Map<String, String> variables,
        Map<String, List<String>> options,
        List<Mistake> mistakes) {

    public AnswerSpec {
        value = List.copyOf(value);
        variables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(variables));
        options = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(options));
        mistakes = List.copyOf(mistakes);
    }

    /** Of what mostly tells them apart: a key is looked up at each keystroke, and there may be twenty mistakes. */
    @Override
    public int hashCode() {
        return 31 * value.hashCode() + kind.hashCode();
    }

    /**
     * An anticipated wrong answer.
     *
     * @param value in the input language
     * @param feedback prose with mathematics between dollars
     */
    public record Mistake(String value, String feedback) {}
}
