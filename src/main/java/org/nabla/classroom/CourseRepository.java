package org.nabla.classroom;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** All courses. */
@ApplicationScoped
public class CourseRepository implements PanacheRepository<Course> {

    Course get(long id) {
        return findByIdOptional(id).orElseThrow(CourseAccess::noSuchCourse);
    }

    public Optional<Course> withCode(JoinCode code) {
        return find("joinCode", code.value()).firstResultOptional();
    }
}
