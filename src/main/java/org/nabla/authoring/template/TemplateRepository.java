package org.nabla.authoring.template;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** Own templates and their versions. */
@Singleton
public class TemplateRepository {

    private static final String TEMPLATES = """
            select t.id, t.author_id, t.title, t.origin, v.version, t.published_version, t.everyone,
                   (select count(*) from template_share s where s.template_id = t.id), v.created_at
            from template t join lateral (select version, created_at from template_version
                                          where template_id = t.id order by version desc limit 1) v on true
            """;

    /** The user teaches a course with which the template is shared. */
    private static final String TEACHES = """
            exists (select 1 from template_share s join course_teacher c on c.course_id = s.course_id
                    where s.template_id = t.id and c.teacher_id = :user)""";

    private final EntityManager database;

    TemplateRepository(EntityManager database) {
        this.database = database;
    }

    @Transactional
    public Optional<OwnTemplate> find(long number) {
        return templates(database.createNativeQuery(TEMPLATES + " where t.id = :id")
                        .setParameter("id", number))
                .stream()
                .findFirst();
    }

    @Transactional
    public List<OwnTemplate> by(UserId author) {
        return templates(database.createNativeQuery(TEMPLATES + " where t.author_id = :user order by t.id desc")
                .setParameter("user", author.value()));
    }

    /** Those of others that a teacher may use. */
    @Transactional
    public List<OwnTemplate> sharedWith(UserId teacher) {
        return templates(database.createNativeQuery(TEMPLATES
                        + " where t.author_id <> :user and t.published_version is not null and (t.everyone or "
                        + TEACHES + ") order by t.id desc limit 500")
                .setParameter("user", teacher.value()));
    }

    /** Those that are shared with a course. */
    @Transactional
    List<OwnTemplate> sharedIn(long course) {
        return templates(database.createNativeQuery(TEMPLATES + " where t.published_version is not null and exists"
                        + " (select 1 from template_share s where s.template_id = t.id and s.course_id = :course)"
                        + " order by t.title, t.id limit 200")
                .setParameter("course", course));
    }

    /** Whether they teach a course with which it is shared. */
    @Transactional
    public boolean isSharedWithTeacher(long number, UserId teacher) {
        return !database.createNativeQuery("select 1 from template t where t.id = :id and " + TEACHES)
                .setParameter("id", number)
                .setParameter("user", teacher.value())
                .getResultList()
                .isEmpty();
    }

    /** Whether they learn in a course with which it is shared. */
    @Transactional
    boolean isSharedWithLearner(long number, UserId learner) {
        return !database.createNativeQuery(
                        "select 1 from template_share s join enrolment e on e.course_id = s.course_id"
                                + " where s.template_id = :id and e.learner_id = :user and e.left_at is null")
                .setParameter("id", number)
                .setParameter("user", learner.value())
                .getResultList()
                .isEmpty();
    }

    /** Two requests of one author to make a template come one after another. */
    public void lockAuthor(UserId author) {
        database.createNativeQuery("select id from account where id = :user for update")
                .setParameter("user", author.value())
                .getResultList();
    }

    /** What somebody made with a form, as long as nothing was changed in it. */
    public Optional<OwnTemplate> untouched(UserId author, UUID form) {
        return templates(database.createNativeQuery(
                                TEMPLATES + " where t.author_id = :user and t.form = :form"
                                        + " and not exists (select 1 from template_version v where v.template_id = t.id and v.version > 1)")
                        .setParameter("user", author.value())
                        .setParameter("form", form))
                .stream()
                .findFirst();
    }

    /** Of several that were made with one form, the newest is found by it. */
    public void madeWith(long number, UserId author, UUID form) {
        database.createNativeQuery("update template set form = null where author_id = :user and form = :form")
                .setParameter("user", author.value())
                .setParameter("form", form)
                .executeUpdate();
        database.createNativeQuery("update template set form = :form where id = :id")
                .setParameter("id", number)
                .setParameter("form", form)
                .executeUpdate();
    }

    public long add(UserId author, String title, Optional<String> origin, Instant now) {
        return ((Number) database.createNativeQuery("insert into template (author_id, title, origin, created_at)"
                                + " values (:author, :title, cast(:origin as varchar), :now) returning id")
                        .setParameter("author", author.value())
                        .setParameter("title", title)
                        .setParameter("origin", origin.orElse(null))
                        .setParameter("now", now)
                        .getSingleResult())
                .longValue();
    }

    public void addVersion(long number, int version, String title, String yaml, Instant now) {
        database.createNativeQuery("insert into template_version (template_id, version, yaml, created_at)"
                        + " values (:id, :version, :yaml, :now)")
                .setParameter("id", number)
                .setParameter("version", version)
                .setParameter("yaml", yaml)
                .setParameter("now", now)
                .executeUpdate();
        database.createNativeQuery("update template set title = :title where id = :id")
                .setParameter("id", number)
                .setParameter("title", title)
                .executeUpdate();
    }

    /** Held until the end of the transaction, so that two who save at once get two numbers. */
    public void lock(long number) {
        database.createNativeQuery("select id from template where id = :id for update")
                .setParameter("id", number)
                .getResultList();
    }

    @Transactional
    public Optional<TemplateVersion> version(long number, int version) {
        return Rows.first(
                database.createNativeQuery("select version, yaml, created_at, check_state, check_done,"
                                + " check_steps, cast(check_report as text) from template_version"
                                + " where template_id = :id and version = :version")
                        .setParameter("id", number)
                        .setParameter("version", version),
                TemplateVersion.class);
    }

    /** The newest first, without their texts. */
    @Transactional
    public List<TemplateVersion> versions(long number) {
        return Rows.all(
                database.createNativeQuery(
                                "select version, '', created_at, check_state, check_done,"
                                        + " check_steps, null from template_version where template_id = :id order by version desc limit 100")
                        .setParameter("id", number),
                TemplateVersion.class);
    }

    public void publish(long number, int version) {
        database.createNativeQuery("update template set published_version = :version where id = :id")
                .setParameter("id", number)
                .setParameter("version", version)
                .executeUpdate();
    }

    public void setEveryone(long number, boolean everyone) {
        database.createNativeQuery("update template set everyone = :everyone where id = :id")
                .setParameter("id", number)
                .setParameter("everyone", everyone)
                .executeUpdate();
    }

    public void share(long number, long course, Instant now) {
        database.createNativeQuery("insert into template_share (template_id, course_id, shared_at)"
                        + " values (:id, :course, :now) on conflict do nothing")
                .setParameter("id", number)
                .setParameter("course", course)
                .setParameter("now", now)
                .executeUpdate();
    }

    void shareAllOf(long from, long into, Instant now) {
        database.createNativeQuery("insert into template_share (template_id, course_id, shared_at)"
                        + " select template_id, :into, :now from template_share where course_id = :from"
                        + " on conflict do nothing")
                .setParameter("into", into)
                .setParameter("now", now)
                .setParameter("from", from)
                .executeUpdate();
    }

    public void unshare(long number, long course) {
        database.createNativeQuery("delete from template_share where template_id = :id and course_id = :course")
                .setParameter("id", number)
                .setParameter("course", course)
                .executeUpdate();
    }

    @Transactional
    public List<Long> courses(long number) {
        List<?> rows = database.createNativeQuery(
                        "select course_id from template_share where template_id = :id order by course_id")
                .setParameter("id", number)
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    public void delete(long number) {
        database.createNativeQuery("delete from template where id = :id")
                .setParameter("id", number)
                .executeUpdate();
    }

    private static List<OwnTemplate> templates(Query query) {
        return Rows.all(query, OwnTemplate.class);
    }
}
