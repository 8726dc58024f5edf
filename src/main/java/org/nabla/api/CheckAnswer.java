package org.nabla.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;

/** A verdict as JSON says it; null is part of the format, so that every field is always there. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CheckAnswer(
        Outcome outcome,
        double score,
        @Nullable String decided,
        String message,
        @Nullable Understood understood,
        List<Verdict.Entry> parts,
        @Nullable Problem problem,
        @Nullable Difference counterexample) {

    /**
     * How the response was read, in the input language and as LaTeX.
     *
     * @param notices sentences that say which reading was taken where there are two
     */
    record Understood(String text, String latex, List<String> notices) {}

    /** What is wrong with the response, and where, counted in UTF-16 units from 0. */
    record Problem(String message, int position, int length) {}

    /** A point at which response and key differ. */
    record Difference(Map<String, String> point, String response, String key) {}

    static CheckAnswer of(Verdict verdict) {
        return new CheckAnswer(
                verdict.outcome(),
                verdict.score(),
                verdict.decided()
                        .map(how -> how.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                verdict.message(),
                verdict.understood()
                        .map(u -> new Understood(u.text(), u.latex(), u.notices()))
                        .orElse(null),
                verdict.parts(),
                verdict.problem()
                        .map(p -> new Problem(p.message(), p.position(), p.length()))
                        .orElse(null),
                verdict.counterexample()
                        .map(c -> new Difference(c.point(), c.response(), c.key()))
                        .orElse(null));
    }
}
