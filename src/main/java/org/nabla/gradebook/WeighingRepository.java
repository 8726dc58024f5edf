package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The categories of courses, and which assignment is in which. */
@ApplicationScoped
class WeighingRepository {

    private final EntityManager database;

    WeighingRepository(EntityManager database) {
        this.database = database;
    }

    Weighing of(long course) {
        List<?> rows = database.createNativeQuery("select id, title, weight, drop_lowest from mark_category"
                        + " where course_id = :course order by position, id")
                .setParameter("course", course)
                .getResultList();
        if (rows.isEmpty()) {
            return Weighing.NONE;
        }
        var members = members(course);
        return new Weighing(rows.stream()
                .map(Object[].class::cast)
                .map(c -> new Weighing.Category(
                        ((Number) c[0]).longValue(),
                        (String) c[1],
                        ((Number) c[2]).doubleValue(),
                        ((Number) c[3]).intValue(),
                        members.getOrDefault(((Number) c[0]).longValue(), Set.of())))
                .toList());
    }

    private Map<Long, Set<Long>> members(long course) {
        List<?> rows = database.createNativeQuery(
                        "select category_id, assignment_id from mark_category_member m join mark_category c"
                                + " on c.id = m.category_id where c.course_id = :course")
                .setParameter("course", course)
                .getResultList();
        var members = new HashMap<Long, Set<Long>>();
        for (var row : rows) {
            var c = (Object[]) row;
            members.computeIfAbsent(((Number) c[0]).longValue(), id -> new HashSet<>())
                    .add(((Number) c[1]).longValue());
        }
        return members;
    }

    /** Puts these in the place of all that the course had. */
    void replace(long course, Weighing weighing) {
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
                database.createNativeQuery("insert into mark_category_member (assignment_id, category_id)"
                                + " select a.id, :category from assignment a"
                                + " where a.id = :assignment and a.course_id = :course")
                        .setParameter("category", id)
                        .setParameter("assignment", assignment)
                        .setParameter("course", course)
                        .executeUpdate();
            }
        }
    }
}
