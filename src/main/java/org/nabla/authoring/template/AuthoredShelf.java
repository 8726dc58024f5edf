package org.nabla.authoring.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.Shelf;

/** The templates that teachers wrote, for those with whom they are shared. */
@Singleton
class AuthoredShelf implements Shelf {

    private static final int CACHED = 500;

    /** A version never changes, so what was read of it stays right. */
    private record Key(long template, int version) {}

    private final TemplateRepository templates;
    private final Cache<Key, ExerciseTemplate> cache =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    AuthoredShelf(TemplateRepository templates) {
        this.templates = templates;
    }

    @Override
    public Optional<ExerciseTemplate> find(ExerciseId id) {
        return OwnTemplate.number(id).flatMap(templates::find).flatMap(this::published);
    }

    @Override
    public boolean mayPractise(ExerciseId id, Optional<UserId> user) {
        var found = OwnTemplate.number(id)
                .flatMap(templates::find)
                .filter(t -> t.published().isPresent());
        return found.isPresent()
                && user.filter(asking -> may(found.get(), asking)).isPresent();
    }

    @Override
    public List<ExerciseTemplate> usableBy(UserId teacher) {
        return Stream.concat(templates.by(teacher).stream(), templates.sharedWith(teacher).stream())
                .flatMap(template -> published(template).stream())
                .toList();
    }

    private boolean may(OwnTemplate template, UserId user) {
        return template.everyone()
                || template.author().equals(user)
                || templates.isSharedWithLearner(template.number(), user)
                || templates.isSharedWithTeacher(template.number(), user);
    }

    private Optional<ExerciseTemplate> published(OwnTemplate template) {
        return template.published()
                .filter(version -> hasPassed(template, version))
                .flatMap(v -> read(template, v));
    }

    /** Those that were shared before checks were asked for wait for them. */
    private boolean hasPassed(OwnTemplate template, int version) {
        return templates
                .version(template.number(), version)
                .filter(found -> found.state() == CheckState.PASSED)
                .isPresent();
    }

    private Optional<ExerciseTemplate> read(OwnTemplate template, int version) {
        var key = new Key(template.number(), version);
        var cached = Optional.ofNullable(cache.getIfPresent(key));
        return cached.or(() -> {
            var read = templates
                    .version(template.number(), version)
                    .map(v -> TemplateWorkshop.read(template.id().value(), v.yaml()))
                    .flatMap(reading -> reading.either(Optional::of, errors -> Optional.<ExerciseTemplate>empty()))
                    .map(found -> found.asVersion(version));
            read.ifPresent(found -> cache.put(key, found));
            return read;
        });
    }
}
