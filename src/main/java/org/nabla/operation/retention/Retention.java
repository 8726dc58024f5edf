package org.nabla.operation.retention;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The rules of retention as pages show them. */
@Singleton
public class Retention {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.US).withZone(ZoneOffset.UTC);

    /** A rule. @param ran when it ran last, in UTC; empty before its first time @param removed then @param total ever */
    public record Row(String what, String after, String why, String ran, long removed, long total) {}

    private final RetentionRules rules;
    private final RetentionJob job;

    Retention(RetentionRules rules, RetentionJob job) {
        this.rules = rules;
        this.job = job;
    }

    public List<Row> rows() {
        var runs = job.runs();
        return rules.all().stream()
                .map(rule -> {
                    var run = runs.getOrDefault(rule.key(), RetentionRule.Run.NONE);
                    return new Row(
                            rule.what(),
                            rule.after(),
                            rule.why(),
                            run.happened() ? WHEN.format(run.when()) : "",
                            run.removed(),
                            run.total());
                })
                .toList();
    }
}
