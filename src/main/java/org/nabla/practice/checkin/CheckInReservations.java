package org.nabla.practice.checkin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.progress.attempt.Reservations;
import org.nabla.progress.checkin.CheckIn;
import org.nabla.progress.checkin.CheckIns;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;

/** While a question of the check-in waits for its reply, it is not tried elsewhere. */
@Singleton
class CheckInReservations implements Reservations {
    private final CheckIns checkIns;

    CheckInReservations(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public Optional<String> address(UserId learner, StoredExercise exercise) {
        return checkIns.latest(learner)
                .flatMap(CheckIn::current)
                .filter(question -> question.exercise() == exercise.id())
                .map(question -> "/check-in/" + question.position());
    }

    @Override
    public List<Select<?>> asked(UserId learner) {
        return List.of(CheckIns.asked(learner));
    }

    @Override
    public Set<Long> untold(UserId learner) {
        return checkIns.latest(learner).flatMap(CheckIn::current).stream()
                .map(CheckIn.Question::exercise)
                .collect(Collectors.toSet());
    }
}
