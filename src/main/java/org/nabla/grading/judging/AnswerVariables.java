package org.nabla.grading.judging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.nabla.math.Domain;

/** The variables that the specification of an answer declares, with their domains. */
final class AnswerVariables {

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*(_[\\p{L}\\p{N}]+)?");

    private AnswerVariables() {}

    static Map<String, Domain> of(Map<String, String> variables) {
        var domains = new LinkedHashMap<String, Domain>();
        variables.forEach((name, words) -> {
            var field = "answer.variables." + name;
            if (!NAME.matcher(name).matches()) {
                throw new KeyRefused(field, "A variable is a letter or a word, perhaps with an index such as x_1.");
            }
            domains.put(name, Domain.parse(words).orElseThrow(() -> new KeyRefused(field, """
                    Give real, positive, nonnegative, nonzero, integer or an interval such as [-3, 3].""")));
        });
        return domains;
    }
}
