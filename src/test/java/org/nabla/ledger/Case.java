package org.nabla.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nabla.grading.AnswerSpec;

/**
 * One question to the checker.
 *
 * @param source the table or file that it comes from
 */
record Case(String source, AnswerSpec answer, String response) {

    /** The case in one line: what a verdict is kept under. */
    String name() {
        return String.join(
                        " ~ ",
                        answer.kind() + options(answer.options()),
                        String.join(" | ", answer.value()),
                        answer.variables().entrySet().stream()
                                .map(e -> e.getKey() + ":" + e.getValue())
                                .collect(Collectors.joining(" ")),
                        response)
                .replace("\n", "␤")
                .replace("\t", "␉");
    }

    private static String options(Map<String, java.util.List<String>> options) {
        return new TreeMap<>(options)
                .entrySet().stream()
                        .map(e -> " " + e.getKey() + "=" + String.join("|", e.getValue()))
                        .collect(Collectors.joining());
    }
}
