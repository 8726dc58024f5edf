package org.nabla.classroom.member;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseActs;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.classroom.times.OtherTimes;
import org.nabla.classroom.times.TimesChanged;
import org.nabla.classroom.times.TimesChanging;
import org.nabla.query.Rows;

/** The sections of a course and who is in them. Moving somebody changes which dates hold, and nothing that they did or were given. */
@Singleton
public class Sections {
    static final int LONGEST_TITLE = 80;
    private static final int MOST = 100;
    private static final long NONE = 0;

    private final EntityManager database;
    private final CourseLog log;
    private final CourseActs acts;
    private final Event<TimesChanging> changing;
    private final Event<TimesChanged> changed;
    private final Clock clock;

    Sections(
            EntityManager database,
            CourseLog log,
            CourseActs acts,
            Event<TimesChanging> changing,
            Event<TimesChanged> changed,
            Clock clock) {
        this.acts = acts;
        this.changing = changing;
        this.database = database;
        this.log = log;
        this.changed = changed;
        this.clock = clock;
    }

    /** By title. */
    @Transactional
    public List<Section> of(long course) {
        return Rows.all(
                database.createNativeQuery(
                                "select id, title from section where course_id = :course order by lower(title), id")
                        .setParameter("course", course),
                Section.class);
    }

    @Transactional
    public Optional<Section> find(long course, long id) {
        return of(course).stream().filter(section -> section.id() == id).findFirst();
    }

    /** Returns why there is no new section, in a sentence; empty where there is. */
    @Transactional
    public Optional<String> open(Seat by, String title) {
        var objection = objection(by.course(), title, Optional.empty());
        if (objection.isEmpty() && of(by.course()).size() >= MOST) {
            return Optional.of("There are " + MOST + " sections already: that is as many as a course can have.");
        }
        if (objection.isEmpty()) {
            database.createNativeQuery(
                            "insert into section (course_id, title, created_at) values (:course, :title, :now)")
                    .setParameter("course", by.course())
                    .setParameter("title", title)
                    .setParameter("now", clock.instant())
                    .executeUpdate();
            log.write(by.course(), by.user(), LogAction.SECTION_CHANGED, title + ": new");
        }
        return objection;
    }

    /** The same sections in a copy of their course, with nobody in them. @return them by those from which they were made */
    @Transactional
    public Map<Long, Long> copy(long from, long into) {
        var copies = new LinkedHashMap<Long, Long>();
        for (var section : of(from)) {
            var id = (Number) database.createNativeQuery("insert into section (course_id, title, created_at)"
                            + " values (:course, :title, :now) returning id")
                    .setParameter("course", into)
                    .setParameter("title", section.title())
                    .setParameter("now", clock.instant())
                    .getSingleResult();
            copies.put(section.id(), id.longValue());
        }
        return copies;
    }

    /** Returns why it keeps its name, in a sentence; empty where it is done. */
    @Transactional
    public Optional<String> rename(Seat by, Section section, String title) {
        var objection = objection(by.course(), title, Optional.of(section));
        if (objection.isEmpty()) {
            database.createNativeQuery("update section set title = :title where course_id = :course and id = :id")
                    .setParameter("course", by.course())
                    .setParameter("title", title)
                    .setParameter("id", section.id())
                    .executeUpdate();
            log.write(by.course(), by.user(), LogAction.SECTION_CHANGED, section.title() + " → " + title);
        }
        return objection;
    }

    /** Who is in a section now. */
    @Transactional
    public List<UserId> in(long course, Section section) {
        return sections(course).entrySet().stream()
                .filter(e -> e.getValue() == section.id())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Its learners stay in the course, in no section: the dates of all hold for them. */
    @Transactional
    public void remove(Seat by, Section section) {
        var learners = in(by.course(), section);
        changing.fire(
                new TimesChanging(by.course(), learners, new OtherTimes.InSection(Optional.empty()), Optional.empty()));
        database.createNativeQuery(
                        "update enrolment set section_id = null where course_id = :course and section_id = :id")
                .setParameter("course", by.course())
                .setParameter("id", section.id())
                .executeUpdate();
        database.createNativeQuery("delete from section where course_id = :course and id = :id")
                .setParameter("course", by.course())
                .setParameter("id", section.id())
                .executeUpdate();
        log.write(by.course(), by.user(), LogAction.SECTION_CHANGED, section.title() + ": removed");
        learners.forEach(learner -> changed.fire(new TimesChanged(by.course(), learner)));
    }

    /** Puts learners into a section, or into none. Marks follow the dates that hold then. @return those who were elsewhere before */
    @Transactional
    public List<UserId> move(Seat by, Collection<UserId> learners, Optional<Section> to) {
        var before = sections(by.course());
        var there = to.map(Section::id).orElse(NONE);
        var moved = learners.stream()
                .filter(learner -> before.containsKey(learner) && !there.equals(before.get(learner)))
                .toList();
        if (!moved.isEmpty()) {
            var act = keep(by, moved, before, to);
            changing.fire(new TimesChanging(by.course(), moved, new OtherTimes.InSection(to), Optional.of(act)));
            put(by.course(), moved, to);
        }
        moved.forEach(learner -> {
            log.write(
                    by.course(),
                    by.user(),
                    LogAction.MOVED,
                    learner,
                    to.map(Section::title).orElse("no section"));
            changed.fire(new TimesChanged(by.course(), learner));
        });
        return moved;
    }

    /** Where everybody is now, who is in a section. */
    private Map<UserId, Long> sections(long course) {
        return Rows.all(
                        database.createNativeQuery(
                                        "select learner_id, section_id from enrolment where course_id = :course and left_at is null")
                                .setParameter("course", course),
                        Member.class)
                .stream()
                .collect(Collectors.toMap(
                        Member::learner, member -> member.section().orElse(NONE)));
    }

    private record Member(UserId learner, Optional<Long> section) {}

    private long keep(Seat by, List<UserId> moved, Map<UserId, Long> before, Optional<Section> to) {
        var where = to.map(section -> "to " + section.title()).orElse("out of their sections");
        var act = acts.begin(
                by.course(),
                CourseActs.Kind.SECTION,
                moved.size() == 1 ? "One learner " + where : moved.size() + " learners " + where);
        for (var learner : moved) {
            database.createNativeQuery(
                            "insert into section_change (course_id, act_id, learner_id, section_before, section_after)"
                                    + " values (:course, :act, :learner, nullif(:before, 0), nullif(:after, 0))")
                    .setParameter("course", by.course())
                    .setParameter("act", act)
                    .setParameter("learner", learner.value())
                    .setParameter("before", before.getOrDefault(learner, NONE))
                    .setParameter("after", to.map(Section::id).orElse(NONE))
                    .executeUpdate();
        }
        return act;
    }

    /** Puts everybody back whom an act moved and nobody moved since. Says whether there was such an act. */
    @Transactional
    public boolean takeBack(Seat by, long act) {
        if (!acts.undo(by.course(), CourseActs.Kind.SECTION, act)) {
            return false;
        }
        List<?> back = database.createNativeQuery("""
                        update enrolment e set section_id = (select s.id from section s
                                                                where s.course_id = e.course_id and s.id = m.section_before)
                        from section_change m where m.course_id = :course and m.act_id = :act and e.course_id = m.course_id
                            and e.learner_id = m.learner_id and e.section_id is not distinct from m.section_after
                        returning e.learner_id""")
                .setParameter("act", act)
                .setParameter("course", by.course())
                .getResultList();
        log.write(by.course(), by.user(), LogAction.SECTION_CHANGED, "a move was taken back");
        // Who was moved again since keeps what they were told by then.
        back.forEach(id -> database.createNativeQuery(
                        "delete from kept_times where course_id = :course and act_id = :act and learner_id = :learner")
                .setParameter("course", by.course())
                .setParameter("act", act)
                .setParameter("learner", id)
                .executeUpdate());
        back.forEach(id -> changed.fire(new TimesChanged(by.course(), new UserId(((Number) id).longValue()))));
        return true;
    }

    /** Puts learners into a section who have just been enrolled: they have no work yet that other dates could change. */
    @Transactional
    public void placeNew(long course, Collection<UserId> learners, Section to) {
        database.createNativeQuery("update enrolment set section_id = :section"
                        + " where course_id = :course and learner_id in (:learners)")
                .setParameter("section", to.id())
                .setParameter("course", course)
                .setParameter("learners", learners.stream().map(UserId::value).toList())
                .executeUpdate();
    }

    private void put(long course, List<UserId> learners, Optional<Section> to) {
        database.createNativeQuery("update enrolment set section_id = cast(:section as bigint)"
                        + " where course_id = :course and learner_id in (:learners) and left_at is null")
                .setParameter("section", to.map(Section::id).orElse(null))
                .setParameter("course", course)
                .setParameter("learners", learners.stream().map(UserId::value).toList())
                .executeUpdate();
    }

    private Optional<String> objection(long course, String title, Optional<Section> itself) {
        if (title.isEmpty()) {
            return Optional.of("Type a name, such as “Tuesday group”.");
        }
        if (title.length() > LONGEST_TITLE) {
            return Optional.of("Take at most " + LONGEST_TITLE + " characters.");
        }
        return of(course).stream()
                .filter(other -> !Optional.of(other).equals(itself))
                .filter(other -> other.title().equalsIgnoreCase(title))
                .findFirst()
                .map(other -> "There is a section “%s” already.".formatted(other.title()));
    }
}
