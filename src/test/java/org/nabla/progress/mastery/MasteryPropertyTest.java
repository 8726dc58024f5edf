package org.nabla.progress.mastery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;

/** What holds of the model whatever was answered. */
class MasteryPropertyTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final SkillGraph GRAPH = new SkillGraph(Curriculum.load(), Set.of());
    private static final LearnerModel MODEL = new LearnerModel(GRAPH);
    private static final List<SkillId> SKILLS = List.of("DF01", "DF02", "DF17", "DF18", "MC01", "OP01").stream()
            .map(SkillId::new)
            .toList();

    @RepeatedTest(40)
    void theChanceRisesWithARightAnswerAndFallsWithAWrongOne(RepetitionInfo repetition) {
        var chance = new Random(repetition.getCurrentRepetition());
        var state = MODEL.replay(history(chance, chance.nextInt(40)));
        var skill = SKILLS.get(chance.nextInt(SKILLS.size()));
        var at = state.last().map(last -> last.at().plusSeconds(60)).orElse(START);

        var answer = answer(at, 9999, List.of(skill), true, true);
        var right = answer.on(state, MODEL);
        var wrong = answer(at, 9999, List.of(skill), false, true).on(state, MODEL);

        // The first answer also tells how hard the skill is; compared is at the same difficulty.
        var z = MODEL.ability(state, answer) - answer.met().skills().get(0);
        var before = Mastery.chance(z);
        assertThat(right.chance(skill)).isGreaterThan(before);
        // Whoever is wrong has practised all the same: the chance falls from what that practice alone would have made
        // of it.
        var n = state.skill(skill).map(s -> s.counts().answers()).orElse(0);
        assertThat(wrong.chance(skill)).isLessThan(Mastery.chance(z + Mastery.gain(n, false)));
        if (before > .15) {
            assertThat(wrong.chance(skill)).isLessThan(before);
        }
    }

    @Test
    void helpComesWithMissesAndGoesWithSuccess() {
        var skill = SKILLS.get(0);
        var results = List.of(false, false, false, true, true, true);
        var helped = List.of(false, false, true, true, true, false);
        var expected = List.of(
                Fading.UNAIDED,
                Fading.COMPLETION,
                Fading.WORKED_EXAMPLE,
                Fading.COMPLETION,
                Fading.UNAIDED,
                Fading.UNAIDED);
        var state = LearnerState.NEWCOMER;
        for (var i = 0; i < results.size(); i++) {
            state = answer(START.plusSeconds(60L * i), i, List.of(skill), results.get(i), !helped.get(i))
                    .on(state, MODEL);
            assertThat(Fading.of(state, skill, 3)).as("after answer %s", i).isEqualTo(expected.get(i));
        }
    }

    @Test
    void aSittingEndsWithItsAimOrALongPause() {
        var state = LearnerState.NEWCOMER;
        for (var i = 0; i < LearnerState.AIM; i++) {
            assertThat(state.sitting(START.plusSeconds(60L * i)).reached()).isFalse();
            state = answer(START.plusSeconds(60L * i), i, List.of(SKILLS.get(0)), true, true)
                    .on(state, MODEL);
        }
        var last = START.plusSeconds(60L * LearnerState.AIM);
        assertThat(state.sitting(last).reached()).isTrue();
        assertThat(state.sitting(last.plusSeconds(3_600))).isEqualTo(LearnerState.Sitting.NONE);
        var on = answer(last, 99, List.of(SKILLS.get(0)), true, true).on(state, MODEL);
        assertThat(on.sitting(last).answers()).isEqualTo(1);
    }

    @RepeatedTest(20)
    void theOrderInWhichALogIsHandedOverIsIrrelevant(RepetitionInfo repetition) {
        var chance = new Random(repetition.getCurrentRepetition());
        var log = new ArrayList<>(history(chance, 60));
        // Two answers of the same moment, in different skills.
        log.add(answer(START.plusSeconds(5), 7001, List.of(SKILLS.get(0)), true, true));
        log.add(answer(START.plusSeconds(5), 7002, List.of(SKILLS.get(4)), false, true));
        var expected = MODEL.replay(log);

        Collections.shuffle(log, chance);

        assertThat(MODEL.replay(log)).isEqualTo(expected);
    }

    @RepeatedTest(20)
    void answeringAndReplayingGiveTheSameBits(RepetitionInfo repetition) {
        var log = history(new Random(repetition.getCurrentRepetition()), 80);
        var state = LearnerState.NEWCOMER;

        for (var event : log) {
            assertThat(state.precedes(event)).isTrue();
            state = event.on(state, MODEL);
        }

        assertThat(state).isEqualTo(MODEL.replay(log));
    }

    @Test
    void anAidedAnswerSaysNothingOfMastery() {
        var state = MODEL.replay(history(new Random(5), 30));
        var at = state.last().orElseThrow().at().plusSeconds(60);

        var after = answer(at, 9999, List.of(SKILLS.get(1)), true, false).on(state, MODEL);

        assertThat(after.ability()).isEqualTo(state.ability());
        assertThat(after.chance(SKILLS.get(1))).isEqualTo(state.chance(SKILLS.get(1)));
        assertThat(after.skill(SKILLS.get(1)).orElseThrow().counts().answers())
                .isEqualTo(state.skill(SKILLS.get(1)).orElseThrow().counts().answers());
    }

    @Test
    void noEdgeWeighsMoreThanFourFifths() {
        for (var skill : Curriculum.load().skills()) {
            assertThat(GRAPH.partsOf(skill.id()).values())
                    .allSatisfy(weight -> assertThat(weight).isBetween(0.0, .8));
        }
    }

    private static List<Event> history(Random chance, int length) {
        var log = new ArrayList<Event>();
        var at = START;
        for (var i = 0; i < length; i++) {
            at = at.plusSeconds(30 + (long) (1e6 * Math.pow(chance.nextDouble(), 3)));
            var skills = new ArrayList<>(SKILLS);
            Collections.shuffle(skills, chance);
            log.add(
                    chance.nextInt(12) == 0
                            ? new Skip(at, i, skills.get(0))
                            : answer(
                                    at,
                                    i,
                                    skills.subList(0, 1 + chance.nextInt(2)),
                                    chance.nextInt(10) < 7,
                                    chance.nextInt(5) > 0));
        }
        return log;
    }

    private static Answer answer(Instant at, long exercise, List<SkillId> skills, boolean right, boolean unaided) {
        var met = new Answer.Met(
                skills.stream().map(id -> id.hashCode() % 100 / 100.0).toList(),
                exercise % 5 / 5.0 - .4,
                Mastery.TYPED_GUESS);
        return new Answer(at, exercise, "t" + exercise % 4, skills, met, right, unaided, exercise % 7 == 0);
    }
}
