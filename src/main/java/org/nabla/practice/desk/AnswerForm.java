package org.nabla.practice.desk;

import java.util.List;
import java.util.UUID;

/**
 * The form in which an exercise is answered.
 *
 * @param submission the name under which it will be sent next, so that sending it twice counts once
 * @param shown the form whose verdict is on the page; empty where there is none
 * @param signedOut whether the session ended while the page was open
 */
public record AnswerForm(List<PartBox> parts, UUID submission, String shown, boolean signedOut) {

    static AnswerForm of(ExerciseState state) {
        return new AnswerForm(
                state.stored().exercise().parts().stream()
                        .map(part -> PartBox.of(part, state))
                        .toList(),
                state.sheet().next(),
                state.attempt().map(a -> a.submission().toString()).orElse(""),
                state.sheet().interruption() == SessionEnd.SIGNED_OUT);
    }
}
