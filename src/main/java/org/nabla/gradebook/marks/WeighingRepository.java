package org.nabla.gradebook.marks;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.query.Rows;

/** The categories of courses, and which assignment is in which. */
@Singleton
public class WeighingRepository {

    private final EntityManager database;

    WeighingRepository(EntityManager database) {
        this.database = database;
    }

    public Weighing of(long course) {
        var rows = Rows.all(
                database.createNativeQuery("select id, title, weight, drop_lowest from mark_category"
                                + " where course_id = :course order by position, id")
                        .setParameter("course", course),
                Row.class);
        if (rows.isEmpty()) {
            return Weighing.NONE;
        }
        var members = members(course);
        return new Weighing(rows.stream()
                .map(row -> new Weighing.Category(
                        row.id(), row.title(), row.weight(), row.drop(), members.getOrDefault(row.id(), Set.of())))
                .toList());
    }

    private Map<Long, Set<Long>> members(long course) {
        return Rows.all(
                        database.createNativeQuery("select category_id, assignment_id from mark_category_member"
                                        + " where course_id = :course")
                                .setParameter("course", course),
                        Member.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Member::category, Collectors.mapping(Member::assignment, Collectors.toSet())));
    }

    private record Row(long id, String title, double weight, int drop) {}

    private record Member(long category, long assignment) {}

    /** Puts these in the place of all that the course had. */
    public void replace(long course, Weighing weighing) {
        database.createNativeQuery("delete from mark_category where course_id = :course")
                .setParameter("course", course)
                .executeUpdate();
        for (var i = 0; i < weighing.categories().size(); i++) {
            var category = weighing.categories().get(i);
            var id = ((Number) database.createNativeQuery(
                                    "insert into mark_category (course_id, position, title, weight, drop_lowest)"
                                            + " values (:course, :position, :title, :weight, :drop) returning id")
                            .setParameter("course", course)
                            .setParameter("position", i)
                            .setParameter("title", category.title())
                            .setParameter("weight", category.weight())
                            .setParameter("drop", category.drop())
                            .getSingleResult())
                    .longValue();
            for (var assignment : category.assignments()) {
                database.createNativeQuery("insert into mark_category_member (course_id, assignment_id, category_id)"
                                + " select a.course_id, a.id, :category from assignment a"
                                + " where a.id = :assignment and a.course_id = :course")
                        .setParameter("category", id)
                        .setParameter("assignment", assignment)
                        .setParameter("course", course)
                        .executeUpdate();
            }
        }
    }
}
