package org.nabla.grading.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;

/** {@code choices}: several of several options; one a line, or separated by semicolons or commas. */
public record ChoicesKind(Context context, Set<String> key, List<String> options) implements Kind<Set<String>> {

    /** Chosen nothing, where nothing is right. */
    private static final String NOTHING = "none";

    /** A line's end is told from the spaces inside an option. */
    private static final String NEXT = "\uE000";

    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern SEPARATOR = Pattern.compile(" ?[;,|" + NEXT + "] ?");
    private static final int MOST_TRIALS = 500;

    public static ChoicesKind of(Context context, String field, List<String> values) {
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

    /** Reads options one after the other, the longest that fits first, since an option may itself contain a separator. */
    private static Optional<Set<String>> split(String typed, List<String> options) {
        var plain = options.stream()
                .map(ChoiceKind::plain)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        var text = ChoiceKind.plain(LINE_END.matcher(typed).replaceAll(NEXT));
        if (text.equals(NOTHING) && !plain.contains(NOTHING)) {
            return Optional.of(Set.of());
        }
        var chosen = new LinkedHashSet<String>();
        return take(text, plain, chosen, new HashSet<>()) ? Optional.of(chosen) : Optional.empty();
    }

    /** @param hopeless what was tried before and is no sequence of options */
    private static boolean take(String text, List<String> options, Set<String> chosen, Set<String> hopeless) {
        if (text.isEmpty()) {
            return true;
        }
        if (hopeless.contains(text) || hopeless.size() > MOST_TRIALS) {
            return false;
        }
        for (var option : options) {
            var after = SEPARATOR.matcher(text).region(Math.min(option.length(), text.length()), text.length());
            var ends = text.length() == option.length() || after.lookingAt();
            if (!text.startsWith(option) || !ends) {
                continue;
            }
            var isNew = chosen.add(option);
            if (take(text.length() == option.length() ? "" : text.substring(after.end()), options, chosen, hopeless)) {
                return true;
            }
            if (isNew) {
                chosen.remove(option);
            }
        }
        // A bar or a comma may begin an option, so that it is left out only where it does not.
        var superfluous = SEPARATOR.matcher(text);
        if (superfluous.lookingAt() && take(text.substring(superfluous.end()), options, chosen, hopeless)) {
            return true;
        }
        hopeless.add(text);
        return false;
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
