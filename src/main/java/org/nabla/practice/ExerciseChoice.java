package org.nabla.practice;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.grading.Outcome;
import org.nabla.lesson.Lessons;
import org.nabla.practice.next.NextWork;
import org.nabla.practice.next.Situation;
import org.nabla.practice.next.Suggestion;
import org.nabla.practice.next.VariantOrder;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.GradedAttempt;
import org.nabla.progress.ProgressService;
import org.nabla.progress.Shelves;
import org.nabla.progress.SkillStates;
import org.nabla.progress.StoredExercise;
import org.nabla.progress.Trail;
import org.nabla.progress.Wishes;
import org.nabla.progress.checkin.CheckIns;
import org.nabla.progress.checkin.Placed;
import org.nabla.progress.mastery.LearnerModel;

/** Chooses what comes next. */
@ApplicationScoped
class ExerciseChoice {
    /** How many templates are asked for one that is ready, before the first is made on the spot. */
    private static final int LOOKS = 5;
    /** How many other choices are offered. */
    private static final int OTHERS = 2;
    /** For those who have chosen none. */
    private static final String USUAL_TRACK = "machine-learning";

    private final ExerciseCatalogue catalogue;
    private final Curriculum curriculum;
    private final NextWork work;
    private final SkillStates states;
    private final CheckIns checkIns;
    private final Wishes wishes;
    private final Shelves shelves;
    private final ProgressService progress;
    private final ExerciseStore exercises;
    private final Supply supply;
    private final Lessons lessons;
    private final List<Leads> leads;
    private final RandomGenerator chance;
    private final Clock clock;

    ExerciseChoice(
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            LearnerModel model,
            SkillStates states,
            CheckIns checkIns,
            Wishes wishes,
            Shelves shelves,
            ProgressService progress,
            ExerciseStore exercises,
            Supply supply,
            Lessons lessons,
            @All List<Leads> leads,
            RandomGenerator chance,
            Clock clock) {
        this.catalogue = catalogue;
        this.curriculum = curriculum;
        this.work = new NextWork(curriculum, catalogue, model);
        this.states = states;
        this.checkIns = checkIns;
        this.wishes = wishes;
        this.shelves = shelves;
        this.progress = progress;
        this.exercises = exercises;
        this.supply = supply;
        this.lessons = lessons;
        this.leads = leads;
        this.chance = chance;
        this.clock = clock;
    }

    /**
     * The address of what comes next.
     *
     * @param wanted the skill that was asked for; without it, or where there is nothing of it, what is best
     */
    String next(Optional<UserId> learner, Optional<Skill> wanted) {
        var situation = situation(learner);
        return wanted.flatMap(skill -> work.of(skill, situation))
                .or(() -> work.suggest(situation, 1).stream().findFirst())
                .flatMap(suggestion -> variantOf(learner, suggestion.template(), Optional.empty())
                        .map(address -> address + "?for=" + suggestion.skill().id()
                                + (suggestion.alone() ? "&stage=" + Guidance.ALONE : "")))
                .orElse("/skills");
    }

    /** Whether nothing is known of what somebody wants: neither a choice of theirs nor an answer. */
    boolean isStranger(Optional<UserId> learner) {
        return learner.filter(id ->
                        wishes.track(id).isPresent() || !states.trail(id).seen().isEmpty())
                .isEmpty();
    }

    /** What is best practised now. */
    Optional<Suggestion> best(UserId learner) {
        return work.suggest(situation(Optional.of(learner)), 1).stream().findFirst();
    }

    /** What was done in the sitting whose aim was just reached; empty where it goes on, or nothing was done lately. */
    Optional<SittingPage> reached(UserId learner) {
        var situation = situation(Optional.of(learner));
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
        var situation = situation(Optional.of(learner));
        var skill = stored.exercise().skills().stream().findFirst().flatMap(curriculum::skill);
        var solved = attempt.outcome() == Outcome.CORRECT;
        var change = skill.filter(s -> solved).flatMap(s -> states.change(learner, stored.id(), s.id()));
        return new Turn(
                solved,
                skill,
                skill.map(s -> Turn.changed(s, change)).orElse(""),
                solved ? work.suggest(situation, 1).stream().findFirst() : Optional.empty(),
                situation.state().sitting(situation.now()).reached(),
                solved ? List.of() : skill.map(s -> work.before(s, situation)).orElse(List.of()),
                !solved && skill.filter(s -> work.isStuck(s, situation)).isPresent(),
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
                    var situation = situation(learner);
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

    private Situation situation(Optional<UserId> learner) {
        var track = learner.flatMap(wishes::track)
                .flatMap(curriculum::track)
                .or(() -> curriculum.track(USUAL_TRACK))
                .orElseGet(() -> curriculum.tracks().get(0));
        var known = learner.map(states::knownOf).orElse(SkillStates.Known.NOTHING);
        return new Situation(
                known.state(),
                known.views(),
                learner.map(checkIns::placed).orElse(Placed.NOWHERE),
                track,
                learner.map(wishes::postponed).orElse(Set.of()),
                learner.map(states::trail).orElse(Trail.NONE),
                clock.instant());
    }

    /**
     * The address of a variant of a template that the learner has not seen; of a stranger, by chance.
     *
     * @param after the variant that was just seen, which is not chosen again where there are others
     * @return empty where there is no such template
     */
    Optional<String> variantOf(Optional<UserId> learner, ExerciseId template, Optional<Long> after) {
        return catalogue.find(template).or(() -> shelves.find(template)).map(found -> {
            var ready = exercises.ready(template).stream()
                    .filter(seed -> !after.equals(Optional.of(seed.value())))
                    .toList();
            return address(
                    template,
                    learner.map(id -> unseen(id, template, ready, after)).orElseGet(() -> byChance(ready)));
        });
    }

    private long unseen(UserId learner, ExerciseId template, List<Seed> ready, Optional<Long> after) {
        var order = new VariantOrder(learner.value(), template);
        var seen = new HashSet<>(progress.seen(learner, template));
        after.filter(seed -> seed >= 0).map(Seed::new).ifPresent(seen::add);
        supply.look(order, template, ready, seen);
        return order.next(ready, seen).value();
    }

    private long byChance(List<Seed> ready) {
        return ready.isEmpty()
                ? chance.nextInt(Seed.COUNT)
                : ready.get(chance.nextInt(ready.size())).value();
    }

    /** The address of a variant that is shown at once; empty where none is ready. */
    Optional<String> readyVariantOf(ExerciseId template) {
        return exercises.ready(template).stream().findFirst().map(seed -> address(template, seed.value()));
    }

    /** Where an exercise is. */
    record Address(ExerciseId template, Seed seed) {}

    /** An exercise for somebody who has just come: easy, another each day, and one that is ready where there is one. */
    Optional<Address> toTry() {
        var easy = catalogue.all().stream()
                .filter(template -> template.level() == 1 && template.parts().size() == 1)
                .map(ExerciseTemplate::id)
                .sorted(Comparator.comparing(ExerciseId::value))
                .toList();
        if (easy.isEmpty()) {
            return Optional.empty();
        }
        var day = Math.floorMod(LocalDate.now(clock).toEpochDay(), easy.size());
        for (var i = 0; i < Math.min(easy.size(), LOOKS); i++) {
            var template = easy.get((day + i) % easy.size());
            var ready = exercises.ready(template);
            if (!ready.isEmpty()) {
                return Optional.of(new Address(template, ready.get(0)));
            }
        }
        return Optional.of(new Address(easy.get(day), new Seed(0)));
    }

    private static String address(ExerciseId template, long seed) {
        return "/practice/" + template + "/" + seed;
    }
}
