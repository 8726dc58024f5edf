package org.nabla.project.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.Place;

/**
 * One step of a project, with one answer box.
 *
 * @param id small letters and digits, unique in the project
 * @param title what is worked out, in two or three words; where the file gives none it is the kind of work
 * @param skill the skill for which it counts; empty for one that counts for none
 * @param variables the letters that a learner may use, with their domains
 * @param mistakes in the order in which they are tried
 * @param compare the later step beside whose result a prediction is shown
 * @param python its place in the notebook
 */
public record Step(
        String id,
        String title,
        Sort sort,
        Optional<String> skill,
        Map<String, String> variables,
        String prompt,
        Answer answer,
        List<Mistake> mistakes,
        Help help,
        Optional<String> compare,
        Optional<Python> python,
        Place place) {

    public Step {
        variables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(variables));
        mistakes = List.copyOf(mistakes);
    }

    /**
     * What helps where somebody is stuck.
     *
     * @param hints in the order in which they are opened
     * @param worked the worked way, for steps that are derived or done by hand
     * @param smaller earlier steps to look at where no mistake fits, the nearest first
     * @param values intermediate values of the first rows, for a step of a program
     */
    public record Help(List<String> hints, List<String> worked, List<String> smaller, List<Value> values) {
        public Help {
            hints = List.copyOf(hints);
            worked = List.copyOf(worked);
            smaller = List.copyOf(smaller);
            values = List.copyOf(values);
        }
    }

    /**
     * What is expected.
     *
     * @param kind a kind of answer of the checker: {@code number}, {@code vector}, {@code list}, {@code parallel},
     *     {@code expression}, {@code choice}, …
     * @param value the key in the input language, or the right option of a choice; empty where it is computed
     * @param computed the name of the key in {@code Workshop.solve}; for a choice its number is that of the option
     * @param digits how many significant digits are asked; empty where the answer is exact
     * @param measured whether it comes out of a program, and may be pasted as Python prints it: so for every computed answer
     *     with digits
     * @param options of a choice, in their order
     * @param other options of the kind of answer, such as {@code form}
     */
    public record Answer(
            String kind,
            List<String> value,
            Optional<String> computed,
            Optional<Integer> digits,
            boolean measured,
            List<String> options,
            Map<String, List<String>> other,
            Place place) {
        public Answer {
            value = List.copyOf(value);
            options = List.copyOf(options);
            other = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(other));
        }
    }

    /**
     * An anticipated wrong answer: by its value, or by the slip that gives it.
     *
     * @param value in the input language, or a wrong option
     * @param bug the slip, of which the workshop knows the value
     * @param feedback the sentence; where the file gives none it is the usual one of the slip
     */
    public record Mistake(Optional<String> value, Optional<String> bug, String feedback, Place place) {}

    /**
     * An intermediate value that helps to find where a program goes wrong.
     *
     * @param name of {@code Workshop.solve}
     * @param label what it is, in prose
     */
    public record Value(String name, String label, Place place) {}

    /**
     * What stands in the notebook. The learner gets the head, the sentence and an empty body; the reference has the body.
     *
     * @param function the head without its colon: {@code def loss(a, b)}; empty where no new function is needed
     * @param says what the function returns, with shapes
     * @param body the reference, without indentation; it may use the data, {@code np} and earlier functions
     * @param result the expression of the answer: {@code loss(a, b)}
     */
    public record Python(Optional<String> function, String says, String body, String result, Place place) {}

    /** Whether the first answer is kept and is the only one. */
    public boolean locks() {
        return sort == Sort.PREDICT;
    }
}
