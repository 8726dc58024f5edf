package org.nabla.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code choices}: several of several options; one a line, or separated by semicolons or commas. */
record ChoicesKind(Context context, Set<String> key, List<String> options) implements Kind<Set<String>> {

    /** Chosen nothing, where nothing is right. */
    private static final String NOTHING = "none";

    static ChoicesKind of(Context context, String field, List<String> values) {
        var options = context.options("options");
        if (options.isEmpty()) {
            throw new KeyRefused("answer.options", "Give the options among which to choose.");
        }
        // A mistake is one text: several options of a combination stand in it as a learner would type them.
        var key = new LinkedHashSet<String>();
        for (var value : values) {
            key.addAll(split(value, options)
                    .orElseThrow(() -> new KeyRefused(field, "\"" + value + "\" is none of the options.")));
        }
        return new ChoicesKind(context, Set.copyOf(key), options);
    }

    @Override
    public Intake<Set<String>> read(String typed) {
        if (typed.isBlank() && !key.isEmpty()) {
            return Intake.misfit(typed, "Choose at least one option, or type none.");
        }
        var chosen = Formulas.tooLong(typed) ? Optional.<Set<String>>empty() : split(typed, options);
        return chosen.<Intake<Set<String>>>map(
                        set -> new Intake.Taken<>(set, ChoiceKind.echo(String.join("; ", shown(set)))))
                .orElseGet(() -> Intake.misfit(typed, "Choose among the options, separated by semicolons."));
    }

    private List<String> shown(Set<String> chosen) {
        return options.stream()
                .filter(option -> chosen.contains(ChoiceKind.plain(option)))
                .toList();
    }

    /** Takes the longest option that fits next, since an option may itself contain a comma. */
    private static Optional<Set<String>> split(String typed, List<String> options) {
        var chosen = new LinkedHashSet<String>();
        var plain = options.stream()
                .map(ChoiceKind::plain)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        var rest = ChoiceKind.plain(typed.replaceAll("[\\n;|]", " ; "));
        if (rest.equals(NOTHING) && !plain.contains(NOTHING)) {
            return Optional.of(Set.of());
        }
        rest = rest.replaceAll("^[;, ]+", "");
        while (!rest.isEmpty()) {
            var text = rest;
            var next = plain.stream()
                    .filter(option -> text.startsWith(option)
                            && (text.length() == option.length()
                                    || text.substring(option.length()).matches("(?s) ?[;,].*")))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(next.get());
            rest = rest.substring(next.get().length()).replaceAll("^[;, ]+", "");
        }
        return Optional.of(chosen);
    }

    @Override
    public Judgement judge(Set<String> response, Comparer comparer) {
        if (response.equals(key)) {
            return Judgement.correct(Verdict.Decided.IDENTICAL).with(parts(response));
        }
        var right = response.stream().filter(key::contains).count();
        var score = key.isEmpty() ? 0 : Math.max(0, (2.0 * right - response.size()) / key.size());
        var judgement = score > 0
                ? new Judgement(
                        Outcome.PARTIAL,
                        score,
                        Optional.of(Verdict.Decided.REFUTED),
                        List.of(),
                        Optional.empty(),
                        Optional.empty())
                : Judgement.wrong();
        return judgement.with(parts(response));
    }

    private List<Verdict.Entry> parts(Set<String> response) {
        var parts = new ArrayList<Verdict.Entry>();
        for (var option : shown(response)) {
            var outcome = key.contains(ChoiceKind.plain(option)) ? Outcome.CORRECT : Outcome.WRONG;
            parts.add(new Verdict.Entry(option, outcome, ""));
        }
        return parts;
    }
}
