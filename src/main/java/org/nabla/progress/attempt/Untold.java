package org.nabla.progress.attempt;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
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
        var selects = new ArrayList<Select<?>>();
        for (var reservation : reservations) {
            selects.addAll(reservation.asked(learner));
        }
        return selects;
    }

    /** The keys of exercises whose verdicts are told later. */
    public Set<Long> exercises(UserId learner) {
        return Glance.once(new Hidden(learner), () -> keptBack(learner));
    }

    private Set<Long> keptBack(UserId learner) {
        Set<Long> all = new HashSet<>();
        for (var reservation : reservations) {
            all.addAll(reservation.untold(learner));
        }
        return Collections.unmodifiableSet(all);
    }

    /** Where the learner answers what something with stricter rules than practice has; empty for what may be practised. */
    public Optional<String> elsewhere(UserId learner, StoredExercise exercise) {
        for (var reservation : reservations) {
            var address = reservation.address(learner, exercise);
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
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
