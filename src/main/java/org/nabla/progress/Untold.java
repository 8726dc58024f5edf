package org.nabla.progress;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.account.UserId;

/** What learners are not told yet, whoever keeps it back. */
@ApplicationScoped
class Untold {
    private final List<Reservations> reservations;

    Untold(@All List<Reservations> reservations) {
        this.reservations = reservations;
    }

    /** The keys of exercises whose verdicts are told later. */
    Set<Long> exercises(UserId learner) {
        return reservations.stream()
                .flatMap(reservation -> reservation.untold(learner).stream())
                .collect(Collectors.toSet());
    }

    /** The keys of exercises that cannot be made again elsewhere yet. */
    Set<Long> secret(UserId learner) {
        return reservations.stream()
                .flatMap(reservation -> reservation.secret(learner).stream())
                .collect(Collectors.toSet());
    }

    /** Where a learner finds an exercise: on a page of practice, or where it was set. */
    Optional<String> home(UserId learner, StoredExercise stored) {
        var exercise = stored.exercise();
        return exercise.seed().beyondPractice()
                ? reservations.stream()
                        .flatMap(reservation -> reservation.home(learner, stored).stream())
                        .findFirst()
                : Optional.of("/practice/" + exercise.template() + "/" + exercise.seed());
    }
}
