package org.nabla.classroom.problemset;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Problem sets and their lines. */
@Singleton
class ProblemSetRepository implements PanacheRepository<ProblemSet> {

    Optional<ProblemSet> find(long course, long id) {
        return find("id = ?1 and courseId = ?2", id, course).firstResultOptional();
    }

    List<ProblemSet> of(long course) {
        return list("courseId = ?1 order by lower(title), id", course);
    }

    List<SetItem> items(long set) {
        return getEntityManager()
                .createQuery("select i from SetItem i where i.setId = :set order by i.position, i.id", SetItem.class)
                .setParameter("set", set)
                .getResultList();
    }

    void add(SetItem item) {
        getEntityManager().persist(item);
    }

    void remove(SetItem item) {
        getEntityManager().remove(item);
    }
}
