package org.nabla.practice.home;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.practice.ExerciseChoice;
import org.nabla.practice.Situations;
import org.nabla.practice.desk.Leads;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.HistoryFilter;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.MasteryView;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** Puts together what those who return see of their own work. */
@Singleton
class HomePages {
    private static final int LATEST = 5;

    private final ExerciseChoice choice;
    private final Situations situations;
    private final ProgressService progress;
    private final SkillStates states;
    private final List<HomeCourses> courses;
    private final List<Leads> leads;
    private final Statements statements;
    private final Clock clock;

    HomePages(
            ExerciseChoice choice,
            Situations situations,
            ProgressService progress,
            SkillStates states,
            @All List<HomeCourses> courses,
            @All List<Leads> leads,
            Statements statements,
            Clock clock) {
        this.choice = choice;
        this.situations = situations;
        this.progress = progress;
        this.states = states;
        this.courses = courses;
        this.leads = leads;
        this.statements = statements;
        this.clock = clock;
    }

    HomePage of(UserId learner, String name) {
        var now = clock.instant();
        return Glance.at(() -> statements.ahead(asked(learner, now)), () -> of(learner, name, now));
    }

    private List<Select<?>> asked(UserId learner, Instant now) {
        return Select.all(
                situations.asked(learner),
                progress.historyAsked(learner, monday(now), now),
                List.of(ProgressService.latestAsked(learner, Optional.empty(), LATEST)));
    }

    private static Instant monday(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private HomePage of(UserId learner, String name, Instant now) {
        return new HomePage(
                // Whoever has begun nothing is asked first what for.
                Optional.of(learner)
                        .filter(id -> !situations.isStranger(Optional.of(id)))
                        .flatMap(choice::best),
                states.of(learner).values().stream().filter(MasteryView::due).count(),
                progress.weeks(learner, monday(now), now).stream().findFirst(),
                progress.history(learner, HistoryFilter.ALL, Optional.empty(), LATEST).stream()
                        .map(HomePage.Answered::of)
                        .toList(),
                courses.stream().flatMap(c -> c.of(learner).stream()).toList(),
                leads.stream().flatMap(l -> l.ready(learner).stream()).findFirst(),
                name);
    }
}
