package org.nabla.notice;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.nabla.account.mail.Notice;
import org.nabla.account.mail.NoticeKind;
import org.nabla.account.mail.NoticeSource;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.MasteryView;

/** On Mondays, what a learner is about to forget by the end of the week. */
@Singleton
class ReviewNotices implements NoticeSource {
    private static final int MOST_NAMED = 5;
    private static final int TO_SUNDAY = 6;

    private final SkillStates states;
    private final Curriculum curriculum;

    ReviewNotices(SkillStates states, Curriculum curriculum) {
        this.states = states;
        this.curriculum = curriculum;
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.REVIEWS;
    }

    @Override
    public List<Notice> of(Reader reader) {
        if (reader.day().getDayOfWeek() != DayOfWeek.MONDAY) {
            return List.of();
        }
        var due = due(reader);
        if (due.isEmpty()) {
            return List.of();
        }
        var named = due.stream().limit(MOST_NAMED).map(Skill::name).collect(Collectors.joining(", "));
        return List.of(new Notice(
                "week",
                reader.day().toString(),
                due.size() == 1 ? "1 skill" : due.size() + " skills",
                "/practice",
                named + (due.size() > MOST_NAMED ? " and others." : ".")));
    }

    /** The most urgent first. */
    private List<Skill> due(Reader reader) {
        var sunday = reader.endOfDay(TO_SUNDAY);
        return states.of(reader.user()).values().stream()
                .filter(view -> view.dueAt().filter(sunday::isAfter).isPresent())
                .sorted(Comparator.comparing((MasteryView view) -> view.dueAt().orElse(Instant.MAX))
                        .thenComparing(view -> view.skill().value()))
                .flatMap(view -> curriculum.skill(view.skill()).stream())
                .toList();
    }
}
