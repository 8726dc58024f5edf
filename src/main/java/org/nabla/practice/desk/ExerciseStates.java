package org.nabla.practice.desk;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.practice.answer.PageToCome;
import org.nabla.progress.Help;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.report.Reports;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** Gathers, at one glance, all that the page of an exercise depends on beside what its learner has written. */
@Singleton
class ExerciseStates {
    private final ProgressService progress;
    private final ExerciseCatalogue catalogue;
    private final Curriculum curriculum;
    private final List<PageNotes> notes;
    private final Reports reports;
    private final Teachings teachings;
    private final List<Surroundings> surroundings;
    private final Statements statements;

    ExerciseStates(
            ProgressService progress,
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            @All List<PageNotes> notes,
            Reports reports,
            Teachings teachings,
            @All List<Surroundings> surroundings,
            Statements statements) {
        this.progress = progress;
        this.catalogue = catalogue;
        this.curriculum = curriculum;
        this.notes = notes;
        this.reports = reports;
        this.teachings = teachings;
        this.surroundings = surroundings;
        this.statements = statements;
    }

    ExerciseState of(StoredExercise stored, Occasion occasion, Optional<UserId> learner, AnswerSheet sheet) {
        return Glance.at(
                () -> learner.map(id -> asked(id, stored, occasion, sheet.attempt()))
                        .ifPresent(statements::ahead),
                () -> read(stored, occasion, learner, sheet));
    }

    private List<Select<?>> asked(
            UserId learner, StoredExercise stored, Occasion occasion, Optional<GradedAttempt> attempt) {
        return Select.all(
                asked(learner, stored),
                attempt.isPresent() ? occasion.asked(learner) : List.of(),
                attempt.map(shown -> Reports.asked(learner, shown)).orElse(List.of()));
    }

    /** What the page that answers an attempt will ask. */
    PageToCome toCome(UserId learner, StoredExercise stored, Occasion occasion) {
        return new PageToCome(
                Select.all(notesAsked(learner, stored), occasion.lasting(learner)),
                attempt -> asked(learner, stored, occasion, Optional.of(attempt)));
    }

    /** What this asks the database anyway. */
    List<Select<?>> asked(UserId learner, StoredExercise stored) {
        return Select.all(List.of(ProgressService.helpAsked(learner, stored)), notesAsked(learner, stored));
    }

    private List<Select<?>> notesAsked(UserId learner, StoredExercise stored) {
        var selects = new ArrayList<Select<?>>();
        for (var some : notes) {
            selects.add(some.asked(learner, stored.exercise()));
        }
        return selects;
    }

    private ExerciseState read(StoredExercise stored, Occasion occasion, Optional<UserId> learner, AnswerSheet sheet) {
        var rules = occasion.rules();
        var attempt = sheet.attempt();
        var help = learner.map(id -> progress.helpOpened(id, stored)).orElse(Help.NONE);
        return new ExerciseState(
                stored,
                rules,
                area(stored),
                sheet,
                rules.help() ? help : Help.NONE,
                learner.map(id -> notesFor(id, stored.exercise())).orElse(List.of()),
                learner.flatMap(id -> attempt.filter(shown -> rules.feedback())
                        .flatMap(shown -> reports.box(id, shown, rules.address()))),
                learner.flatMap(id -> attempt.filter(
                                shown -> rules.feedback() && !shown.responses().isEmpty())
                        .flatMap(shown -> occasion.turn(id, shown))),
                teachings.of(stored, rules, learner, attempt),
                surroundings.stream()
                        .flatMap(some -> some.of(stored, rules, learner, attempt).stream())
                        .findFirst());
    }

    private List<PageNote> notesFor(UserId learner, Exercise exercise) {
        return notes.stream().flatMap(n -> n.of(learner, exercise).stream()).toList();
    }

    private Optional<Area> area(StoredExercise stored) {
        return catalogue.find(stored.exercise().template()).flatMap(template -> curriculum.area(template.chapter()));
    }
}
