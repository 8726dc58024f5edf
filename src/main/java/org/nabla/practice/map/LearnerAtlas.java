package org.nabla.practice.map;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.checkin.CheckIns;
import org.nabla.progress.checkin.Placed;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.Level;

/** The map as it is for whoever looks at it. */
@Singleton
public class LearnerAtlas {
    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;
    private final SkillStates states;
    private final CheckIns checkIns;
    private final CurrentUser user;

    LearnerAtlas(
            Curriculum curriculum,
            ExerciseCatalogue catalogue,
            SkillStates states,
            CheckIns checkIns,
            CurrentUser user) {
        this.curriculum = curriculum;
        this.catalogue = catalogue;
        this.states = states;
        this.checkIns = checkIns;
        this.user = user;
    }

    Atlas now() {
        var met = new HashMap<SkillId, MapState>();
        user.id().map(checkIns::placed).orElse(Placed.NOWHERE).known().forEach(id -> met.put(id, MapState.GUESSED));
        user.id().map(states::of).orElse(Map.of()).forEach((id, view) -> {
            if (view.level() != Level.NEW) {
                met.put(
                        id,
                        new MapState(
                                view.level().name().toLowerCase(Locale.ROOT),
                                view.level().word(),
                                view.due()));
            }
        });
        return Atlas.of(curriculum, catalogue, met);
    }

    /** The chapter in which the skill stands, with the skill marked. */
    public Optional<ChapterMap> around(Skill skill) {
        return curriculum
                .areaOf(skill.id())
                .map((Area area) -> ChapterMap.of(now(), area, skill.chapter(), Optional.of(skill), s -> true));
    }
}
