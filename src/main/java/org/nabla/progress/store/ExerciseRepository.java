package org.nabla.progress.store;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** The generated exercises in the database. */
@Singleton
class ExerciseRepository implements PanacheRepository<ExerciseRow> {
    private final Statements statements;

    ExerciseRepository(Statements statements) {
        this.statements = statements;
    }

    /** The one in force. */
    Optional<ExerciseRow> find(ExerciseId template, int version, Seed seed) {
        return find(
                        "template = ?1 and version = ?2 and seed = ?3 and standing <> ?4",
                        template.value(),
                        version,
                        seed.value(),
                        ExerciseStanding.WITHDRAWN)
                .firstResultOptional();
    }

    /** In whatever version and standing. */
    List<ExerciseRow> all(Set<Long> ids) {
        return list("id in ?1", ids);
    }

    /** Keeps an exercise, unless another instance kept it first: then that one stands. */
    void keep(Variant variant, String body, String drawn, ExerciseMaker.Made made, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into exercise (template, version, seed, body, drawn, created_at, standing, dispute)"
                                + " values (:template, :version, :seed, cast(:body as jsonb), cast(:drawn as jsonb), :now, :standing, nullif(:dispute, ''))"
                                + " on conflict (template, version, seed) where standing <> 'WITHDRAWN' do nothing")
                .setParameter("template", variant.template().value())
                .setParameter("version", variant.version())
                .setParameter("seed", variant.seed().value())
                .setParameter("body", body)
                .setParameter("drawn", drawn)
                .setParameter("now", now)
                .setParameter("standing", made.standing().name())
                .setParameter("dispute", made.dispute())
                .executeUpdate();
    }

    /** The seeds for practice of a template's version that are kept already and may be served. */
    static Select<Seed> readyAsked(ExerciseId template, int version) {
        return Select.of(
                Seed.class,
                "select seed from exercise where template = ? and version = ? and standing = ? and seed < ?",
                template.value(),
                version,
                ExerciseStanding.CONFIRMED,
                Seed.COUNT);
    }

    List<Seed> ready(ExerciseId template, int version) {
        return statements.read(readyAsked(template, version));
    }

    /** Of the first seeds of each template all that need not be made any more, whatever was found of them. */
    Set<Variant> settled(long seeds) {
        return Set.copyOf(
                variants(List.of(ExerciseStanding.CONFIRMED, ExerciseStanding.DISPUTED), seeds, Integer.MAX_VALUE));
    }

    /** Those that nobody has confirmed yet, the oldest first. */
    List<Variant> open(int most) {
        return variants(List.of(ExerciseStanding.OPEN), Seed.COUNT, most);
    }

    /** Their names alone: an exercise itself is some kilobytes, and there may be millions. */
    private List<Variant> variants(List<ExerciseStanding> standings, long seeds, int most) {
        return getEntityManager()
                .createQuery(
                        "select e.template, e.version, e.seed from ExerciseRow e where e.standing in :standings"
                                + " and e.seed < :seeds order by e.id",
                        Named.class)
                .setParameter("seeds", seeds)
                .setParameter("standings", standings)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(Named::variant)
                .toList();
    }

    record Named(String template, int version, long seed) {

        Variant variant() {
            return new Variant(new ExerciseId(template), version, new Seed(seed));
        }
    }

    /** Those that another route finds to be otherwise, the latest first. */
    List<ExerciseRow> disputed(int limit) {
        return find("standing = ?1 order by id desc", ExerciseStanding.DISPUTED)
                .page(0, limit)
                .list();
    }

    long count(ExerciseStanding standing) {
        return count("standing", standing);
    }

    /** Removes one that nobody has met; refused by the database where somebody has. */
    void remove(long id) {
        getEntityManager()
                .createNativeQuery("delete from exercise where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    void withdraw(long id) {
        update("standing = ?1, dispute = null where id = ?2", ExerciseStanding.WITHDRAWN, id);
    }
}
