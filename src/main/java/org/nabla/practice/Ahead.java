package org.nabla.practice;

import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.practice.desk.ExerciseDesk;
import org.nabla.progress.attempt.Untold;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** Reads together, with one way to the database, what a page of practice will ask for of whoever sends the request. */
@Singleton
class Ahead {
    private final Untold untold;
    private final Situations situations;
    private final ExerciseDesk desk;
    private final Statements statements;
    private final CurrentUser user;

    Ahead(Untold untold, Situations situations, ExerciseDesk desk, Statements statements, CurrentUser user) {
        this.untold = untold;
        this.situations = situations;
        this.desk = desk;
        this.statements = statements;
        this.user = user;
    }

    /** For the page of an exercise. @param verdict whether it shows one, and the way on from it */
    void ofPage(StoredExercise stored, boolean verdict) {
        user.id()
                .ifPresent(learner -> statements.ahead(Select.all(
                        untold.asked(learner),
                        verdict ? situations.asked(learner) : List.of(Guides.asked(learner, stored.exercise())),
                        desk.asked(learner, stored))));
    }

    /** For what somebody has for something else than practice. */
    void ofReservations() {
        user.id().map(this::reservations).ifPresent(statements::ahead);
    }

    /** For what comes next. */
    void ofSituation() {
        user.id().map(this::situation).ifPresent(statements::ahead);
    }

    List<Select<?>> reservations(UserId learner) {
        return untold.asked(learner);
    }

    List<Select<?>> situation(UserId learner) {
        return situations.asked(learner);
    }
}
