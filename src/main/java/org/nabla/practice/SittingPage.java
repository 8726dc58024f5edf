package org.nabla.practice;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.practice.desk.Leads;
import org.nabla.practice.next.Situation;
import org.nabla.progress.learner.Trail.Step;
import org.nabla.progress.mastery.MasteryView;

/**
 * What was done in a sitting, and what is due when.
 *
 * @param right how many exercises were right at the first try
 * @param lead a project that was begun, or that they are ready for
 */
record SittingPage(int answers, int right, List<Row> skills, List<Due> due, Optional<Leads.Lead> lead) {
    private static final int SHOWN = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);

    /** A skill that was practised. */
    record Row(String id, String name, String label) {}

    /** A review that will be due. */
    record Due(String name, String when) {}

    static SittingPage of(
            Situation situation, Curriculum curriculum, ExerciseCatalogue catalogue, Optional<Leads.Lead> lead) {
        var answers = situation.state().sitting(situation.now()).answers();
        var steps = situation.trail().steps().stream().limit(answers).toList();
        var skills = new LinkedHashSet<Skill>();
        for (var step : steps) {
            catalogue
                    .find(step.template())
                    .flatMap(template -> curriculum.skill(template.skills().get(0)))
                    .ifPresent(skills::add);
        }
        return new SittingPage(
                answers,
                (int) steps.stream().filter(Step::right).count(),
                skills.stream()
                        .map(skill -> new Row(
                                skill.id().value(),
                                skill.name(),
                                Optional.ofNullable(situation.views().get(skill.id()))
                                        .map(MasteryView::label)
                                        .orElse("")))
                        .toList(),
                due(situation, curriculum),
                lead);
    }

    private static List<Due> due(Situation situation, Curriculum curriculum) {
        return situation.views().values().stream()
                .filter(view -> view.dueAt().isPresent())
                .sorted(Comparator.comparing(view -> view.dueAt().orElseThrow()))
                .limit(SHOWN)
                .flatMap(view -> curriculum.skill(view.skill()).stream()
                        .map(skill -> new Due(skill.name(), when(view, situation))))
                .toList();
    }

    private static String when(MasteryView view, Situation situation) {
        var today = LocalDate.ofInstant(situation.now(), ZoneOffset.UTC);
        var day = LocalDate.ofInstant(view.dueAt().orElseThrow(), ZoneOffset.UTC);
        if (!day.isAfter(today)) {
            return "now";
        }
        return day.equals(today.plusDays(1)) ? "tomorrow" : "on " + DAY.format(day);
    }
}
