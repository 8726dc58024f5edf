package org.nabla.progress.mastery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Answer.Met;
import org.nabla.progress.mastery.Fsrs.Grade;
import org.nabla.progress.mastery.LearnerState.Last;
import org.nabla.progress.mastery.SkillState.Peak;

/** What an answer says about the learner: mastery, memory, and what follows for skills that contain each other. */
public final class LearnerModel {
    /** The part of a gain that a placing answer moves what it says something about. */
    private static final double HEARSAY = .5;

    private final SkillGraph graph;

    public LearnerModel(SkillGraph graph) {
        this.graph = graph;
    }

    /** The state after a whole log, in whatever order it is handed over. */
    public LearnerState replay(List<? extends Event> log) {
        var state = LearnerState.NEWCOMER;
        for (var event : log.stream().sorted(Event.ORDER).toList()) {
            state = event.on(state, this);
        }
        return state;
    }

    /** How likely the answer was to be right, before it was given. */
    public double prediction(LearnerState state, Answer answer) {
        return Mastery.probability(
                ability(state, answer) - answer.met().difficulty(), answer.met().guess());
    }

    /** What the learner brings to the exercise: their general ability, and the mean over its skills. */
    public double ability(LearnerState state, Answer answer) {
        return state.ability()
                + Answer.mean(answer.skills(), id -> known(state.skills(), id).ability());
    }

    LearnerState after(LearnerState state, Answer answer) {
        var skills = new LinkedHashMap<>(state.skills());
        var sitting = state.sittingOf(answer.at()).plus(isReview(state, answer));
        var ability = state.ability();
        var answers = state.answers();
        if (answer.unaided()) {
            var error = (answer.right() ? 1 : 0) - prediction(state, answer);
            for (var id : answer.skills()) {
                var before = known(skills, id);
                var n = before.counts().answers();
                skills.put(
                        id,
                        before.withAbility(before.ability()
                                + answer.weight() * (Mastery.skillStep(n, error) + Mastery.gain(n, answer.right()))));
            }
            ability += answer.weight() * Mastery.abilityStep(answers, error);
            answers++;
        }
        for (var i = 0; i < answer.skills().size(); i++) {
            var id = answer.skills().get(i);
            skills.put(
                    id,
                    remembered(
                            known(skills, id)
                                    .counting(answer, answer.met().skills().get(i)),
                            answer));
        }
        if (answer.placing() && answer.unaided()) {
            place(skills, answer.skills(), answer.right());
        }
        var wrong = state.wrong() + (answer.unaided() && !answer.right() ? 1 : 0);
        var next = new LearnerState(
                ability, answers, wrong, Optional.of(new Last(answer.at(), answer.exercise())), sitting, skills);
        return confirmed(answer.success() ? credited(next, answer) : next, answer);
    }

    /** As a wrong answer, but for the guess alone: nothing is counted. */
    LearnerState after(LearnerState state, Skip skip) {
        var skills = new LinkedHashMap<>(state.skills());
        var before = known(skills, skip.skill());
        var error = -state.chance(skip.skill());
        if (before.guessed()) {
            skills.put(skip.skill(), before.withAbility(before.ability() + Mastery.skillStep(0, error)));
        }
        place(skills, List.of(skip.skill()), false);
        return new LearnerState(
                state.ability() + Mastery.abilityStep(state.answers(), error),
                state.answers() + 1,
                state.wrong(),
                Optional.of(new Last(skip.at(), skip.exercise())),
                state.sitting(skip.at()),
                skills);
    }

    public Level level(LearnerState state, SkillState skill) {
        var counts = skill.counts();
        if (counts.answers() + counts.aided() == 0) {
            return Level.NEW;
        }
        var chance = state.chance(skill);
        var enough = counts.answers() >= Level.PRACTISED_ANSWERS
                && (skill.variety().several() || graph.isNarrow(skill.skill()));
        if (!enough || chance < Level.PRACTISED_CHANCE) {
            return Level.LEARNING;
        }
        return chance >= Level.MASTERED_CHANCE && skill.success().onLaterDay() ? Level.MASTERED : Level.PRACTISED;
    }

    /** What a right answer to an average exercise would bring. */
    LearnerState afterRight(LearnerState state, SkillId id) {
        var skill = known(state.skills(), id);
        var met = new Met(List.of(skill.difficulty()), 0, Mastery.TYPED_GUESS);
        var at = state.last().map(Last::at).orElse(Instant.EPOCH);
        return after(state, new Answer(at, 0, skill.variety().first(), List.of(id), met, true, true, false));
    }

    public Level level(LearnerState state, SkillId id) {
        return level(state, known(state.skills(), id));
    }

    private static boolean isReview(LearnerState state, Answer answer) {
        return answer.skills().stream()
                .anyMatch(id -> state.skill(id)
                        .flatMap(SkillState::card)
                        .filter(card -> card.isDue(answer.at()))
                        .isPresent());
    }

    private static SkillState remembered(SkillState skill, Answer answer) {
        if (skill.card().isEmpty()) {
            return answer.success() ? skill.withCard(Card.begin(answer.at())) : skill;
        }
        var grade = answer.success() ? Grade.GOOD : Grade.AGAIN;
        return skill.withCard(skill.card().get().after(grade, answer.at()));
    }

    /** A success is part of a review for what the skill contains, where that is known well enough. */
    private LearnerState credited(LearnerState state, Answer answer) {
        var weights = new LinkedHashMap<SkillId, Double>();
        for (var id : answer.skills()) {
            graph.partsOf(id).forEach((part, weight) -> weights.merge(part, weight, StrictMath::max));
        }
        answer.skills().forEach(weights::remove);
        var skills = new LinkedHashMap<>(state.skills());
        weights.forEach((part, weight) -> state.skill(part)
                .filter(known -> state.chance(known) >= Level.PRACTISED_CHANCE)
                .ifPresent(known -> known.card()
                        .ifPresent(card -> skills.put(part, known.withCard(card.credited(weight, answer.at()))))));
        return new LearnerState(state.ability(), state.answers(), state.wrong(), state.last(), state.sitting(), skills);
    }

    /** Whoever can do it can do what it stands on; whoever cannot cannot do what stands on it. A guess, until answered. */
    private void place(Map<SkillId, SkillState> skills, List<SkillId> asked, boolean right) {
        var step = HEARSAY * Mastery.gain(0, true);
        for (var id : asked) {
            var told = right ? graph.below(id) : graph.above(id);
            for (var other : told) {
                var before = known(skills, other);
                if (before.guessed() && !asked.contains(other)) {
                    skills.put(other, before.withAbility(before.ability() + (right ? step : -step)));
                }
            }
        }
    }

    /** Remembers for every skill the highest level it had. The general ability moves, so any may have risen. */
    private LearnerState confirmed(LearnerState state, Answer answer) {
        var own = Set.copyOf(answer.skills());
        var skills = new LinkedHashMap<>(state.skills());
        skills.replaceAll((id, skill) -> {
            var level = level(state, skill);
            var peak = skill.peak().level();
            var risen = level.compareTo(peak) > 0;
            var confirmed = level == peak && own.contains(id) && answer.success();
            return risen || confirmed ? skill.withPeak(Peak.at(level, state.wrong())) : skill;
        });
        return new LearnerState(state.ability(), state.answers(), state.wrong(), state.last(), state.sitting(), skills);
    }

    private static SkillState known(Map<SkillId, SkillState> skills, SkillId id) {
        return Optional.ofNullable(skills.get(id)).orElseGet(() -> SkillState.unknown(id));
    }
}
