package org.nabla.progress.attempt;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;

/** What learners are not told yet, whoever keeps it back. */
@Singleton
public class Untold {
    private record Hidden(UserId learner) {}

    private final List<Reservations> reservations;

    Untold(@All List<Reservations> reservations) {
        this.reservations = reservations;
    }

    /** What is asked of a learner anyway, by whoever keeps something back. */
    public List<Select<?>> asked(UserId learner) {
        return reservations.stream()
                .<Select<?>>flatMap(reservation -> reservation.asked(learner).stream())
                .toList();
    }

    /** The keys of exercises whose verdicts are told later. */
    public Set<Long> exercises(UserId learner) {
        return Glance.once(
                new Hidden(learner),
                () -> reservations.stream()
                        .flatMap(reservation -> reservation.untold(learner).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The keys of exercises that cannot be made again elsewhere yet. */
    Set<Long> secret(UserId learner) {
        return reservations.stream()
                .flatMap(reservation -> reservation.secret(learner).stream())
                .collect(Collectors.toSet());
    }

    /** Where a learner finds an exercise: on a page of practice, or where it was set. */
    public Optional<String> home(UserId learner, StoredExercise stored) {
        var exercise = stored.exercise();
        return exercise.seed().beyondPractice()
                ? reservations.stream()
                        .flatMap(reservation -> reservation.home(learner, stored).stream())
                        .findFirst()
                : Optional.of("/practice/" + exercise.template() + "/" + exercise.seed());
    }
}
