package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Standing;
import org.nabla.progress.attempt.Reservations;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;

/** While an assignment tells its verdicts later or allows no help, its exercises are not practised elsewhere by their learner. */
@Singleton
class AssignmentReservations implements Reservations {
    private final WorkRepository work;
    private final AssignmentRepository repository;
    private final AssignmentService assignments;

    AssignmentReservations(WorkRepository work, AssignmentRepository repository, AssignmentService assignments) {
        this.work = work;
        this.repository = repository;
        this.assignments = assignments;
    }

    @Override
    public Optional<String> address(UserId learner, StoredExercise exercise) {
        // Mostly there is none, and what somebody has opened is asked for anyway.
        for (var standing : opened(learner)) {
            if (standing.exercise() == exercise.id()) {
                return held(learner, exercise);
            }
        }
        return Optional.empty();
    }

    private Optional<String> held(UserId learner, StoredExercise exercise) {
        return work.holding(learner, exercise.id()).stream()
                .flatMap(s -> repository.find(List.of(s.assignment())).stream()
                        .filter(a -> isReserved(a, learner))
                        .flatMap(a -> a.problems().stream()
                                .filter(p -> p.id() == s.problem())
                                .map(p -> a.address() + "/problems/" + p.position())))
                .findFirst();
    }

    @Override
    @Transactional
    public Optional<String> home(UserId learner, StoredExercise exercise) {
        return work.holding(learner, exercise.id()).stream()
                .flatMap(s -> repository.find(List.of(s.assignment())).stream()
                        .flatMap(a -> a.problems().stream()
                                .filter(p -> p.id() == s.problem())
                                .map(p -> a.address() + "/problems/" + p.position())))
                .findFirst();
    }

    @Override
    public List<Select<?>> asked(UserId learner) {
        return List.of(WorkRepository.opened(learner));
    }

    @Override
    public Set<Long> untold(UserId learner) {
        return of(learner, assignment -> !assignments.isTold(assignment));
    }

    @Override
    @Transactional
    public Set<Long> secret(UserId learner) {
        return of(learner, assignment -> isReserved(assignment, learner));
    }

    /** The exercises that somebody has opened in such assignments. */
    private Set<Long> of(UserId learner, Predicate<Assignment> such) {
        var opened = opened(learner);
        if (opened.isEmpty()) {
            return Set.of();
        }
        var ids = opened.stream().map(Standing::assignment).distinct().toList();
        var found =
                repository.find(ids).stream().filter(such).map(Assignment::id).collect(Collectors.toSet());
        return opened.stream()
                .filter(standing -> found.contains(standing.assignment()))
                .map(Standing::exercise)
                .collect(Collectors.toSet());
    }

    private List<Standing> opened(UserId learner) {
        return work.of(learner);
    }

    private boolean isReserved(Assignment assignment, UserId learner) {
        return !assignments.isTold(assignment) || !assignments.isHelpOpen(assignment, learner);
    }
}
