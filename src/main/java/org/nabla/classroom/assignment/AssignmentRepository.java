package org.nabla.classroom.assignment;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Assignments with their problems. */
@Singleton
class AssignmentRepository implements PanacheRepository<AssignmentRow> {
    private final List<Predictions> predictions;

    AssignmentRepository(@All List<Predictions> predictions) {
        this.predictions = predictions;
    }

    Optional<AssignmentRow> row(long course, long number) {
        return find("courseId = ?1 and number = ?2", course, (int) number).firstResultOptional();
    }

    /** The same; nobody else changes or withdraws it, and nobody begins it, until the end of the transaction. */
    Optional<AssignmentRow> rowForChange(long course, long number) {
        return find("courseId = ?1 and number = ?2", course, (int) number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether it is still there; then nobody withdraws it until the end of the transaction. Waits for whoever is just withdrawing it. */
    boolean stands(long course, long assignment) {
        return !getEntityManager()
                .createNativeQuery("select 1 from assignment where course_id = :course and id = :id for share")
                .setParameter("course", course)
                .setParameter("id", assignment)
                .getResultList()
                .isEmpty();
    }

    boolean stands(Assignment assignment) {
        return stands(assignment.course(), assignment.id());
    }

    Optional<Assignment> find(long course, long number) {
        return row(course, number).map(row -> withProblems(List.of(row)).get(0));
    }

    /** In the order in which they are due. */
    List<Assignment> of(long course) {
        return withProblems(list("courseId = ?1 order by dueAt, number", course));
    }

    List<Assignment> find(Collection<Long> ids) {
        return withProblems(list("id in ?1", ids));
    }

    /** One more than there ever were; a number is not given twice at the same time. */
    int nextNumber(long course) {
        getEntityManager()
                .createNativeQuery("select 1 from course where id = :course for update")
                .setParameter("course", course)
                .getSingleResult();
        return getEntityManager()
                        .createQuery(
                                "select coalesce(max(a.number), 0) from AssignmentRow a where a.courseId = :course",
                                Integer.class)
                        .setParameter("course", course)
                        .getSingleResult()
                + 1;
    }

    void add(ProblemRow problem) {
        getEntityManager().persist(problem);
    }

    private boolean isForetold(ProblemRow row) {
        return predictions.stream().anyMatch(p -> p.isForetold(row.template()));
    }

    private List<Assignment> withProblems(List<AssignmentRow> rows) {
        var problems = getEntityManager()
                .createQuery(
                        "select p from ProblemRow p where p.assignmentId in :ids order by p.position", ProblemRow.class)
                .setParameter("ids", rows.stream().map(AssignmentRow::id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        ProblemRow::assignment,
                        Collectors.mapping(row -> row.problem(isForetold(row)), Collectors.toList())));
        return rows.stream()
                .map(row -> row.with(problems.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
