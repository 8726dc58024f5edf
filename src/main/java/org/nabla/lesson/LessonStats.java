package org.nabla.lesson;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.catalogue.LessonCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.lesson.LessonPlan;
import org.nabla.query.Rows;

/** Judges lessons: how many readers get the first exercise after one right at once. */
@Singleton
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
        var views = Rows.one(
                database.createNativeQuery("select count(*), count(check_outcome),"
                                + " count(*) filter (where check_outcome = 'CORRECT') from lesson_view"
                                + " where skill = :skill and version = :version")
                        .setParameter("skill", lesson.skill())
                        .setParameter("version", lesson.version()),
                Views.class);
        var templates = catalogue.bySkill(lesson.skill()).stream()
                .filter(t -> t.skills().get(0).equals(lesson.skill()))
                .map(t -> t.id().value())
                .toList();
        var first = templates.isEmpty() || views.readers() == 0
                ? new Firsts(0, 0)
                : Rows.one(
                        database.createNativeQuery("select count(*), count(*) filter (where answered_right) from"
                                        + " (select distinct on (v.learner_id) e.answered_right from lesson_view v join evidence e"
                                        + " on e.learner_id = v.learner_id and e.submitted_at > v.opened_at where v.skill = :skill"
                                        + " and v.version = :version and e.first and e.template in (:templates) order by"
                                        + " v.learner_id, e.submitted_at) firsts")
                                .setParameter("skill", lesson.skill())
                                .setParameter("version", lesson.version())
                                .setParameter("templates", templates),
                        Firsts.class);
        return new Row(
                lesson.skill(),
                skill.name(),
                views.readers(),
                first.tried(),
                first.right(),
                views.checked(),
                views.checkedRight());
    }

    private record Views(int readers, int checked, int checkedRight) {}

    private record Firsts(int tried, int right) {}
}
