package org.nabla.classroom.work;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.listing.LearnerPage;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.MasteryView;
import org.nabla.progress.store.Shelves;

/** Finds what a learner should know before they start on an assignment. */
@Singleton
class WarmUps {
    private static final int MOST = 6;

    private final ExerciseCatalogue catalogue;
    private final Shelves shelves;
    private final Curriculum curriculum;
    private final SkillStates skillStates;

    WarmUps(ExerciseCatalogue catalogue, Shelves shelves, Curriculum curriculum, SkillStates skillStates) {
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.curriculum = curriculum;
        this.skillStates = skillStates;
    }

    /** What the skills of the problems need and are not themselves, as far as the learner has not mastered it. */
    List<LearnerPage.WarmUp> of(Assignment assignment, UserId learner) {
        var skills = assignment.problems().stream()
                .flatMap(p -> shelves.anywhere(p.template()).stream())
                .map(t -> t.skills().get(0))
                .distinct()
                .flatMap(id -> curriculum.skill(id).stream())
                .toList();
        var needs = new LinkedHashSet<Skill>();
        skills.forEach(skill -> needs.addAll(curriculum.needs(skill)));
        skills.forEach(needs::remove);
        var known = skillStates.of(learner);
        return needs.stream()
                .filter(skill -> !catalogue.bySkill(skill.id().value()).isEmpty())
                .filter(skill -> !mastered(known.get(skill.id())))
                .limit(MOST)
                .map(skill -> new LearnerPage.WarmUp(
                        skill.address(),
                        skill.name(),
                        Optional.ofNullable(known.get(skill.id()))
                                .map(MasteryView::label)
                                .orElse(Level.NEW.word())))
                .toList();
    }

    /** What is due for a review is no longer sure. */
    private static boolean mastered(@Nullable MasteryView view) {
        return view != null && view.level() == Level.MASTERED && !view.due();
    }
}
