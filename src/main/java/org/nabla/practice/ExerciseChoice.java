package org.nabla.practice;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.grading.Outcome;
import org.nabla.lesson.Lessons;
import org.nabla.practice.desk.Guidance;
import org.nabla.practice.desk.Leads;
import org.nabla.practice.desk.Turn;
import org.nabla.practice.desk.WhyThis;
import org.nabla.practice.next.NextWork;
import org.nabla.practice.next.Suggestion;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.store.StoredExercise;

/** Chooses what comes next. */
@Singleton
public class ExerciseChoice {
    /** How many other choices are offered. */
    private static final int OTHERS = 2;

    private final ExerciseCatalogue catalogue;
    private final Curriculum curriculum;
    private final NextWork work;
    private final SkillStates states;
    private final Situations situations;
    private final VariantChoice variants;
    private final Lessons lessons;
    private final List<Leads> leads;

    ExerciseChoice(
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            LearnerModel model,
            SkillStates states,
            Situations situations,
            VariantChoice variants,
            Lessons lessons,
            @All List<Leads> leads) {
        this.catalogue = catalogue;
        this.curriculum = curriculum;
        this.work = new NextWork(curriculum, catalogue, model);
        this.states = states;
        this.situations = situations;
        this.variants = variants;
        this.lessons = lessons;
        this.leads = leads;
    }

    /**
     * The address of what comes next.
     *
     * @param wanted the skill that was asked for; without it, or where there is nothing of it, what is best
     */
    String next(Optional<UserId> learner, Optional<Skill> wanted) {
        var situation = situations.of(learner);
        return wanted.flatMap(skill -> work.of(skill, situation))
                .or(() -> work.suggest(situation, 1).stream().findFirst())
                .flatMap(suggestion -> variants.of(learner, suggestion.template(), Optional.empty())
                        .map(address -> address + "?for=" + suggestion.skill().id()
                                + (suggestion.alone() ? "&stage=" + Guidance.ALONE : "")))
                .orElse("/skills");
    }

    /** Whether nothing is known of what somebody wants. */
    boolean isStranger(Optional<UserId> learner) {
        return situations.isStranger(learner);
    }

    /** What is best practised now. */
    public Optional<Suggestion> best(UserId learner) {
        return work.suggest(situations.of(Optional.of(learner)), 1).stream().findFirst();
    }

    /** What was done in the sitting whose aim was just reached; empty where it goes on, or nothing was done lately. */
    Optional<SittingPage> reached(UserId learner) {
        var situation = situations.of(Optional.of(learner));
        return situation.state().sitting(situation.now()).reached()
                ? Optional.of(SittingPage.of(
                        situation,
                        curriculum,
                        catalogue,
                        leads.stream().flatMap(l -> l.ready(learner).stream()).findFirst()))
                : Optional.empty();
    }

    /** What an answer changed, and the way on from it. */
    Turn after(UserId learner, StoredExercise stored, GradedAttempt attempt) {
        var situation = situations.of(Optional.of(learner));
        var skill = stored.exercise().skills().stream().findFirst().flatMap(curriculum::skill);
        var solved = attempt.outcome() == Outcome.CORRECT;
        var change = skill.filter(s -> solved).flatMap(s -> states.change(learner, stored.id(), s.id()));
        var reached = situation.state().sitting(situation.now()).reached();
        var stuck = !solved && skill.filter(s -> work.isStuck(s, situation)).isPresent();
        return new Turn(
                solved,
                skill,
                skill.map(s -> Turn.changed(s, change)).orElse(""),
                solved && !reached ? work.suggest(situation, 1).stream().findFirst() : Optional.empty(),
                reached,
                stuck ? skill.map(s -> work.before(s, situation)).orElse(List.of()) : List.of(),
                stuck,
                change.filter(Turn::isNew).flatMap(c -> skill).flatMap(s -> opened(learner, s)),
                skill.filter(s -> lessons.has(s.id())).isPresent());
    }

    private Optional<Leads.Lead> opened(UserId learner, Skill skill) {
        return leads.stream()
                .flatMap(l -> l.opened(learner, skill.id()).stream())
                .findFirst();
    }

    /**
     * Why an exercise is a good choice now, and two others.
     *
     * @param purpose the id of the skill for which it was chosen; nothing is said for a skill that it does not practise
     */
    Optional<WhyThis> why(Optional<UserId> learner, Exercise exercise, String purpose) {
        return curriculum
                .skill(purpose)
                .filter(skill -> exercise.skills().contains(skill.id().value()))
                .map(skill -> {
                    var situation = situations.of(learner);
                    var others = work.suggest(situation, OTHERS + 2).stream()
                            .filter(other -> !other.skill().id().equals(skill.id()))
                            .filter(other -> !other.template().equals(exercise.template()))
                            .limit(OTHERS)
                            .toList();
                    return new WhyThis(
                            work.suggestion(skill, exercise.template(), situation),
                            others,
                            situation.track().name(),
                            situation.views().isEmpty());
                });
    }
}
