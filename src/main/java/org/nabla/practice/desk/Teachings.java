package org.nabla.practice.desk;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.lesson.LessonDesk;
import org.nabla.lesson.LessonParagraph;
import org.nabla.lesson.LessonViews;
import org.nabla.lesson.Lessons;
import org.nabla.lesson.ShortLesson;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.store.StoredExercise;

/** Finds what of lessons belongs beside an exercise: only where help is allowed and verdicts are told. */
@Singleton
class Teachings {
    private final LessonDesk desk;
    private final Lessons lessons;
    private final LessonViews views;
    private final SkillStates states;
    private final ExerciseCatalogue catalogue;

    Teachings(LessonDesk desk, Lessons lessons, LessonViews views, SkillStates states, ExerciseCatalogue catalogue) {
        this.desk = desk;
        this.lessons = lessons;
        this.views = views;
        this.states = states;
        this.catalogue = catalogue;
    }

    LessonAside of(StoredExercise stored, DeskRules rules, Optional<UserId> learner, Optional<GradedAttempt> attempt) {
        if (!rules.feedback() || !rules.help()) {
            return LessonAside.NONE;
        }
        var skill = new SkillId(stored.exercise().skills().get(0));
        return new LessonAside(
                brief(skill, rules, learner),
                attempt.map(a -> explained(stored.exercise(), a)).orElse(part -> Optional.empty()),
                lessons.has(skill) ? Optional.of("/skills/" + skill + "?back=" + rules.address()) : Optional.empty());
    }

    private Supplier<Optional<ShortLesson>> brief(SkillId skill, DeskRules rules, Optional<UserId> learner) {
        if (rules.guidance().example().isEmpty()) {
            return Optional::empty;
        }
        var open = learner.map(id -> isOpen(id, skill)).orElse(true);
        return () -> desk.brief(skill, open);
    }

    /** For whoever has not answered anything of the skill, unless they folded it. */
    private boolean isOpen(UserId learner, SkillId skill) {
        return states.of(learner, skill).answers() == 0 && !views.folded(learner, skill);
    }

    private Function<String, Optional<LessonParagraph>> explained(Exercise exercise, GradedAttempt attempt) {
        var template = catalogue.find(exercise.template()).filter(t -> t.version() == exercise.version());
        var links = new HashMap<String, String>();
        template.ifPresent(t -> exercise.parts()
                .forEach(part -> attempt.response(part.id())
                        .flatMap(response -> link(t, part, response))
                        .ifPresent(link -> links.put(part.id(), link))));
        return part -> Optional.ofNullable(links.get(part)).flatMap(desk::paragraph);
    }

    private static Optional<String> link(ExerciseTemplate template, Exercise.Part part, GradedResponse response) {
        return response.verdict()
                .mistake()
                .map(part::mistakeOfTemplate)
                .filter(number -> number.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .flatMap(number -> template.parts().stream()
                        .filter(p -> p.id().equals(part.id()))
                        .flatMap(p -> p.mistakes().stream().skip(number).limit(1))
                        .findFirst())
                .flatMap(ExerciseTemplate.Mistake::see)
                .map(ExerciseTemplate.See::target);
    }
}
