package org.nabla.practice.skill;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.Track;
import org.nabla.practice.desk.DeskRules;
import org.nabla.practice.map.ChapterMap;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.MasteryView;

/**
 * What the page of a skill shows.
 *
 * @param needs what should be known before
 * @param opens what can be learnt next
 * @param map the chapter in which it stands
 * @param leads where it is used
 * @param standing how far the learner is with it; empty where they have not begun
 */
record SkillPage(
        Skill skill,
        String areaId,
        String areaTitle,
        List<ListedExercise> exercises,
        List<Skill> needs,
        List<Skill> opens,
        List<Track> tracks,
        Optional<ChapterMap> map,
        Optional<Standing> standing,
        List<DeskRules.Link> leads) {

    /**
     * How far the learner is.
     *
     * @param percent the chance that they get an average exercise right
     * @param review when the next review is due; empty where none is planned or it is due already
     * @param note what lowered the level and what restores it, or why a review is due; may be empty
     */
    record Standing(String label, int percent, int answers, String review, String note) {
        private static final DateTimeFormatter DAY =
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

        /** How many of ten exercises they would get right. */
        public long ofTen() {
            return Math.round(percent / 10.0);
        }

        static Standing of(MasteryView view) {
            return new Standing(
                    view.label(),
                    view.percent(),
                    view.answers(),
                    view.due() ? "" : view.dueAt().map(DAY::format).orElse(""),
                    view.note());
        }
    }

    static SkillPage of(
            Curriculum curriculum,
            ExerciseCatalogue catalogue,
            Skill skill,
            Optional<ChapterMap> map,
            Optional<MasteryView> mastery,
            List<DeskRules.Link> leads) {
        var area = curriculum.areaOf(skill.id());
        return new SkillPage(
                skill,
                area.map(Area::id).orElse(""),
                area.map(Area::title).orElse(""),
                ListedExercise.of(catalogue, skill.id()),
                curriculum.needs(skill),
                curriculum.opens(skill.id()),
                curriculum.tracks().stream()
                        .filter(track -> track.has(skill.id()))
                        .toList(),
                map,
                mastery.filter(view -> view.level() != Level.NEW).map(Standing::of),
                leads);
    }

    /** Whether the laboratory shows what this skill is about. */
    public boolean inLaboratory() {
        return skill.chapter().equals("Optimization for learning")
                || skill.id().value().equals("DF19");
    }
}
