package org.nabla.practice.map;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.Area;
import org.nabla.exercise.Curriculum;
import org.nabla.exercise.ExerciseCatalogue;
import org.nabla.exercise.Skill;

/** The map as it is for whoever looks at it. */
@ApplicationScoped
public class LearnerAtlas {
    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;

    LearnerAtlas(Curriculum curriculum, ExerciseCatalogue catalogue) {
        this.curriculum = curriculum;
        this.catalogue = catalogue;
    }

    Atlas now() {
        return Atlas.of(curriculum, catalogue, Map.of());
    }

    /** The chapter in which the skill stands, with the skill marked. */
    public Optional<ChapterMap> around(Skill skill) {
        return curriculum
                .areaOf(skill.id())
                .map((Area area) -> ChapterMap.of(now(), area, skill.chapter(), Optional.of(skill), s -> true));
    }
}
