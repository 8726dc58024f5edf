package org.nabla.project.own;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.project.reading.ProjectReader;
import org.nabla.project.shelf.OwnPlans;
import org.nabla.project.template.ProjectPlan;

/** The projects of teachers, as learners get them. */
@Singleton
class OwnShelf implements OwnPlans {
    private static final int CACHED = 200;

    private final OwnProjectRepository projects;
    private final Cache<Key, ProjectPlan> cache =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    /** What passed as a version never changes. */
    private record Key(long project, int version) {}

    OwnShelf(OwnProjectRepository projects) {
        this.projects = projects;
    }

    @Override
    public Optional<ProjectPlan> find(String id) {
        return OwnProject.number(id).flatMap(projects::find).flatMap(this::plan);
    }

    @Override
    public List<Written> by(UserId author) {
        return projects.by(author).stream()
                .map(own -> new Written(own.id(), title(own), own.yaml().isPresent()))
                .toList();
    }

    private String title(OwnProject own) {
        return plan(own).map(ProjectPlan::title).orElse("Project " + own.id());
    }

    private Optional<ProjectPlan> plan(OwnProject own) {
        var key = new Key(own.number(), own.version());
        return Optional.ofNullable(cache.getIfPresent(key)).or(() -> {
            var read = own.yaml()
                    .map(yaml -> ProjectReader.read(own.id() + ".yaml", yaml))
                    .flatMap(reading -> reading.either(Optional::of, errors -> Optional.<ProjectPlan>empty()))
                    .map(plan -> plan.asVersion(own.version()));
            read.ifPresent(plan -> cache.put(key, plan));
            return read;
        });
    }
}
