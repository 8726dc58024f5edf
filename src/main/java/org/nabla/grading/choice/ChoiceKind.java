package org.nabla.grading.choice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;

/** {@code choice}: one of several options, by its text. */
public record ChoiceKind(Context context, String key, List<String> options) implements Kind<String> {

    public static ChoiceKind of(Context context, String field, String value) {
        var options = context.options("options");
        if (!options.isEmpty()
                && options.stream().noneMatch(option -> plain(option).equals(plain(value)))) {
            throw new KeyRefused(field, "This is none of the options.");
        }
        return new ChoiceKind(context, value, options);
    }

    /** Options are compared without regard to case and spaces. */
    static String plain(String option) {
        return option.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public Intake<String> read(String typed) {
        if (typed.isBlank()) {
            return Intake.misfit(typed, "Choose one of the options.");
        }
        if (Formulas.tooLong(typed)) {
            return Intake.misfit(typed, "This is none of the options.");
        }
        var chosen = options.stream()
                .filter(option -> plain(option).equals(plain(typed)))
                .findFirst()
                .or(() -> options.isEmpty() ? Optional.of(typed.strip()) : Optional.empty());
        return chosen.<Intake<String>>map(option -> new Intake.Taken<>(option, echo(option)))
                .orElseGet(() -> Intake.misfit(typed, "This is none of the options: choose one of them."));
    }

    static Verdict.Understood echo(String option) {
        return new Verdict.Understood(option, "", List.of());
    }

    @Override
    public Judgement judge(String response, Comparer comparer) {
        return plain(response).equals(plain(key)) ? Judgement.correct(Verdict.Decided.IDENTICAL) : Judgement.wrong();
    }
}
