package org.nabla.classroom;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** All courses. */
@Singleton
public class CourseRepository implements PanacheRepository<Course> {

    Course get(long id) {
        return findByIdOptional(id).orElseThrow(CourseAccess::noSuchCourse);
    }

    Optional<Course> madeWith(UUID form) {
        return find("form", form).firstResultOptional();
    }

    /** The course to which a code leads, whether it opens it or not. */
    public Optional<Course> withCode(JoinCode code) {
        List<?> found = getEntityManager()
                .createNativeQuery("select course_id from join_code where code = :code")
                .setParameter("code", code.value())
                .getResultList();
        return found.stream().findFirst().flatMap(course -> findByIdOptional(((Number) course).longValue()));
    }

    /** A code that leads to no other course, and to this one from now on; the one before it no more. */
    JoinCode take(long course, Supplier<JoinCode> draw) {
        leaveCode(course);
        while (true) {
            var code = draw.get();
            var free = getEntityManager()
                            .createNativeQuery(
                                    "insert into join_code (code, course_id) values (:code, :course) on conflict do nothing")
                            .setParameter("code", code.value())
                            .setParameter("course", course)
                            .executeUpdate()
                    == 1;
            if (free) {
                return code;
            }
        }
    }

    /** No code leads to it any more. */
    void leaveCode(long course) {
        getEntityManager()
                .createNativeQuery("delete from join_code where course_id = :course")
                .setParameter("course", course)
                .executeUpdate();
    }

    void removed(@Observes CourseRemoved removed) {
        leaveCode(removed.course());
    }
}
