package org.nabla.grading.grader;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Verdict;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.symja.worker.RunningCas;
import org.nabla.math.symja.worker.SymjaCas;

/** The grader that all tests share, with the real algebra system, and short ways to write specifications. */
public final class Graders {

    private static final Duration BUDGET = Duration.ofSeconds(5);

    /** Few cases need algebra, so that nobody waits for it to be ready; it ends with this virtual machine. */
    public static final SymjaCas CAS = SymjaCas.start(RunningCas.config(1, 0, 1_000_000));

    public static final Grader GRADER = new Grader(new EquivalenceChecker(CAS, BUDGET), () -> BUDGET);

    private Graders() {}

    /**
     * @param kind followed by options, as in {@code number decimals=exact}
     * @param variables such as {@code x y}, {@code x:positive y} or {@code x:[0,_3]}
     */
    public static AnswerSpec spec(String kind, String value, String variables, AnswerSpec.Mistake... mistakes) {
        var words = kind.strip().split("\\s+");
        var options = new LinkedHashMap<String, List<String>>();
        for (var i = 1; i < words.length; i++) {
            var option = words[i].split("=", 2);
            options.put(option[0], List.of(option[1].replace('_', ' ').split("\\|")));
        }
        var domains = new LinkedHashMap<String, String>();
        for (var variable : variables.strip().split("\\s+")) {
            var parts = variable.split(":");
            if (!parts[0].isEmpty()) {
                domains.put(parts[0], parts.length > 1 ? parts[1].replace('_', ' ') : "real");
            }
        }
        return new AnswerSpec(words[0], List.of(value), domains, options, List.of(mistakes));
    }

    public static Verdict grade(String kind, String value, String variables, String response) {
        return GRADER.grade(spec(kind, value, variables), response);
    }
}
