package org.nabla.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.catalogue.LessonCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.lesson.LessonPlan;

/** Judges lessons: how many readers get the first exercise after one right at once. */
@ApplicationScoped
class LessonStats {
    private static final int ENOUGH = 30;
    private static final double TOO_FEW = 0.7;

    private final EntityManager database;
    private final Curriculum curriculum;
    private final LessonCatalogue lessons;
    private final ExerciseCatalogue catalogue;

    LessonStats(EntityManager database, Curriculum curriculum, LessonCatalogue lessons, ExerciseCatalogue catalogue) {
        this.database = database;
        this.curriculum = curriculum;
        this.lessons = lessons;
        this.catalogue = catalogue;
    }

    /**
     * One lesson.
     *
     * @param readers who opened it
     * @param tried how many of them answered an exercise of the skill afterwards
     * @param right how many of these were right at the first try
     * @param checked how many answered "Your turn", and how many of them rightly at once
     */
    record Row(String id, String name, int readers, int tried, int right, int checked, int checkedRight) {

        public String firstTry() {
            return share(right, tried);
        }

        public String yourTurn() {
            return share(checkedRight, checked);
        }

        /** Whether it is to be rewritten or split. */
        public boolean weak() {
            return tried >= ENOUGH && right < TOO_FEW * tried;
        }

        private static String share(int part, int whole) {
            return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
        }
    }

    /** All lessons in the order in which they are read. */
    @Transactional
    public List<Row> all() {
        var rows = new ArrayList<Row>();
        for (var skill : curriculum.skills()) {
            lessons.find(skill.id().value()).ifPresent(lesson -> rows.add(row(skill, lesson)));
        }
        return rows;
    }

    private Row row(Skill skill, LessonPlan lesson) {
        var views = (Object[]) database.createNativeQuery("select count(*), count(check_outcome),"
                        + " count(*) filter (where check_outcome = 'CORRECT') from lesson_view"
                        + " where skill = :skill and version = :version")
                .setParameter("skill", lesson.skill())
                .setParameter("version", lesson.version())
                .getSingleResult();
        var templates = catalogue.bySkill(lesson.skill()).stream()
                .filter(t -> t.skills().get(0).equals(lesson.skill()))
                .map(t -> t.id().value())
                .toList();
        var first = templates.isEmpty() || number(views[0]) == 0
                ? new Object[] {0L, 0L}
                : (Object[])
                        database.createNativeQuery("select count(*), count(*) filter (where outcome = 'CORRECT') from"
                                        + " (select distinct on (v.learner_id) a.outcome from lesson_view v join attempt a on"
                                        + " a.learner_id = v.learner_id and a.submitted_at > v.opened_at where v.skill = :skill"
                                        + " and v.version = :version and a.first and a.template in (:templates) order by"
                                        + " v.learner_id, a.submitted_at) firsts")
                                .setParameter("skill", lesson.skill())
                                .setParameter("version", lesson.version())
                                .setParameter("templates", templates)
                                .getSingleResult();
        return new Row(
                lesson.skill(),
                skill.name(),
                number(views[0]),
                number(first[0]),
                number(first[1]),
                number(views[1]),
                number(views[2]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
