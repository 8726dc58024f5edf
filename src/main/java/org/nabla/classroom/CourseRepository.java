package org.nabla.classroom;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All courses. */
@ApplicationScoped
public class CourseRepository implements PanacheRepository<Course> {

    Course get(long id) {
        return findByIdOptional(id).orElseThrow(CourseAccess::noSuchCourse);
    }

    Optional<Course> madeWith(UUID form) {
        return find("form", form).firstResultOptional();
    }

    public Optional<Course> withCode(JoinCode code) {
        return find("joinCode", code.value()).firstResultOptional();
    }
}
