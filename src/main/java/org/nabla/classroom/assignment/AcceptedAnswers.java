package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.grading.Outcome;
import org.nabla.progress.learner.VerdictRevisions;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Rows;

/** What teachers accepted beside the keys, and what counts in place of verdicts because of it. */
@Singleton
public class AcceptedAnswers implements VerdictRevisions {
    private final EntityManager database;

    AcceptedAnswers(EntityManager database) {
        this.database = database;
    }

    /** An answer that counts as right too. */
    public record Accepted(long id, long exercise, String part, String value) {}

    @Transactional
    public List<Accepted> at(Problem problem) {
        return at(problem.course(), problem.id());
    }

    @Transactional
    public List<Accepted> at(long course, long problem) {
        return Rows.all(
                database.createNativeQuery("select id, exercise_id, part, value from accepted_answer"
                                + " where course_id = :course and problem_id = :problem order by id")
                        .setParameter("course", course)
                        .setParameter("problem", problem),
                Accepted.class);
    }

    /** The exercise of a learner at a problem, with all that is right there. */
    @Transactional
    public StoredExercise at(Problem problem, StoredExercise exercise) {
        var accepted = at(problem);
        return accepted.isEmpty()
                ? exercise
                : new StoredExercise(exercise.id(), with(exercise.exercise(), exercise.id(), accepted));
    }

    /** An exercise at which these answers are right too. @param id of the exercise that the learner has */
    public static Exercise with(Exercise exercise, long id, List<Accepted> accepted) {
        Map<String, List<String>> also = accepted.stream()
                .filter(answer -> answer.exercise() == id)
                .collect(Collectors.groupingBy(
                        Accepted::part, Collectors.mapping(Accepted::value, Collectors.toList())));
        return also.isEmpty()
                ? exercise
                : exercise.with(exercise.parts().stream()
                        .map(part -> also.containsKey(part.id())
                                ? part.accepting(also.getOrDefault(part.id(), List.of()))
                                : part)
                        .toList());
    }

    @Override
    @Transactional
    public Map<UUID, Outcome> of(UserId learner) {
        return Rows.all(
                        database.createNativeQuery("select submission, regraded_outcome from handed_in"
                                        + " where learner_id = :learner and regraded_outcome is not null")
                                .setParameter("learner", learner.value()),
                        Revised.class)
                .stream()
                .collect(Collectors.toMap(Revised::submission, Revised::outcome, (one, other) -> other));
    }

    private record Revised(UUID submission, Outcome outcome) {}
}
