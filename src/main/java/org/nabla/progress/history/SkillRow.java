package org.nabla.progress.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.progress.mastery.MasteryView;

/**
 * What somebody can do in a skill, and when it is due again.
 *
 * @param due the day in words; empty where nothing can be forgotten yet
 * @param dueAt the moment; empty where it is now or never
 */
record SkillRow(String address, String name, String label, String chance, String due, String dueAt, String note) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Those in which they have answered anything: first what is due first, then what is not yet learnt. */
    static List<SkillRow> of(Collection<MasteryView> views, Curriculum curriculum) {
        return views.stream()
                .filter(view -> view.answers() > 0 || view.dueAt().isPresent())
                .sorted(Comparator.comparing((MasteryView view) -> view.dueAt().orElse(Instant.MAX))
                        .thenComparing(view -> view.skill().value()))
                .flatMap(view -> curriculum.skill(view.skill()).stream()
                        .map(skill -> new SkillRow(
                                skill.address(),
                                skill.name(),
                                view.label(),
                                view.percent() + " %",
                                view.due()
                                        ? "now"
                                        : view.dueAt().map(DAY::format).orElse(""),
                                view.due()
                                        ? ""
                                        : view.dueAt().map(Instant::toString).orElse(""),
                                view.note())))
                .toList();
    }
}
