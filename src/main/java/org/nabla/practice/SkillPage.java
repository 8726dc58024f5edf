package org.nabla.practice;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Area;
import org.nabla.exercise.Curriculum;
import org.nabla.exercise.ExerciseCatalogue;
import org.nabla.exercise.Skill;
import org.nabla.exercise.Track;
import org.nabla.practice.map.ChapterMap;

/**
 * What the page of a skill shows.
 *
 * @param needs what should be known before
 * @param opens what can be learnt next
 * @param map the chapter in which it stands
 */
record SkillPage(
        Skill skill,
        String areaId,
        String areaTitle,
        List<ExerciseRow> exercises,
        List<Skill> needs,
        List<Skill> opens,
        List<Track> tracks,
        Optional<ChapterMap> map) {

    static SkillPage of(Curriculum curriculum, ExerciseCatalogue catalogue, Skill skill, Optional<ChapterMap> map) {
        var area = curriculum.areaOf(skill.id());
        return new SkillPage(
                skill,
                area.map(Area::id).orElse(""),
                area.map(Area::title).orElse(""),
                ExerciseRow.of(catalogue, skill.id()),
                curriculum.needs(skill),
                curriculum.opens(skill.id()),
                curriculum.tracks().stream()
                        .filter(track -> track.skills().contains(skill.id()))
                        .toList(),
                map);
    }
}
