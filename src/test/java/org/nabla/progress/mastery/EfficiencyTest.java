package org.nabla.progress.mastery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Fsrs.Grade;
import org.nabla.progress.mastery.MemoryWorld.Trace;

/**
 * Sixty skills in 120 days, then reviews only until day 180, at most six a day: how much is still known, for how many
 * reviews. {@code -Dnabla.long=true} takes 60 heads.
 */
class EfficiencyTest {
    private static final int HEADS = Boolean.getBoolean("nabla.long") ? 60 : 12;
    private static final int SKILLS = 60;
    private static final int LEARNING_DAYS = 120;
    private static final int DAYS = 180;
    private static final int MOST_A_DAY = 6;
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    /** What practising a skill really does for its parts; the scheduler has weights of its own. */
    private static final double TRUE_WEIGHT = .6;

    private static final Curriculum CURRICULUM = Curriculum.load();
    private static final SkillGraph GRAPH = new SkillGraph(CURRICULUM, Set.of());
    private static final List<SkillId> LEARNT = inOrder();

    /** The two ways in which the heads forget. */
    enum World {
        POWER_LAW(MemoryWorld::powerLaw),
        EXPONENTIAL(MemoryWorld::exponential);

        @SuppressWarnings("ImmutableEnumChecker") // a method without state
        private final Function<SplittableRandom, MemoryWorld> made;

        World(Function<SplittableRandom, MemoryWorld> made) {
            this.made = made;
        }
    }

    /** What is still known on the last day, and what it cost. */
    private record Result(double recall, double reviews) {}

    /** Decides what is reviewed when. */
    private interface Schedule {
        void learnt(SkillId skill, int day);

        List<SkillId> due(int day);

        void reviewed(SkillId skill, int day, boolean right);
    }

    @ParameterizedTest
    @EnumSource
    void reviewsAreFewAndEnough(World world) {
        var ladder = mean(world, Ladder::new);
        var fsrs = mean(world, () -> new Cards(false));
        var credit = mean(world, () -> new Cards(true));

        System.getLogger("simulation")
                .log(
                        System.Logger.Level.INFO,
                        "%s: ladder %.0f reviews, recall %.3f; FSRS %.0f, %.3f; with implicit credit %.0f, %.3f"
                                .formatted(
                                        world,
                                        ladder.reviews(),
                                        ladder.recall(),
                                        fsrs.reviews(),
                                        fsrs.recall(),
                                        credit.reviews(),
                                        credit.recall()));
        assertThat(fsrs.recall()).isGreaterThanOrEqualTo(.90);
        assertThat(fsrs.reviews()).isLessThanOrEqualTo(.80 * ladder.reviews());
        assertThat(credit.recall()).isGreaterThanOrEqualTo(.86).isGreaterThanOrEqualTo(fsrs.recall() - .05);
        assertThat(credit.reviews()).isLessThanOrEqualTo(.60 * ladder.reviews());
    }

    private static Result mean(World world, java.util.function.Supplier<Schedule> schedule) {
        var recall = 0.0;
        var reviews = 0.0;
        for (var head = 0; head < HEADS; head++) {
            var result = run(world.made.apply(new SplittableRandom(head)), schedule.get(), new SplittableRandom(~head));
            recall += result.recall() / HEADS;
            reviews += result.reviews() / HEADS;
        }
        return new Result(recall, reviews);
    }

    private static Result run(MemoryWorld world, Schedule schedule, SplittableRandom chance) {
        var traces = new HashMap<SkillId, Trace>();
        var reviews = 0;
        for (var day = 0; day < DAYS; day++) {
            var today = new ArrayList<>(schedule.due(day));
            for (var skill : today.subList(0, Math.min(MOST_A_DAY, today.size()))) {
                var trace = Objects.requireNonNull(traces.get(skill));
                var right = chance.nextDouble() < trace.recall(day);
                trace.practised(day, right, 1);
                if (right) {
                    alongWith(traces, skill, day);
                }
                schedule.reviewed(skill, day, right);
                reviews++;
            }
            var next = day * SKILLS / LEARNING_DAYS;
            if (day < LEARNING_DAYS && (day == 0 || next > (day - 1) * SKILLS / LEARNING_DAYS)) {
                var skill = LEARNT.get(next);
                traces.put(skill, world.learnt(day));
                alongWith(traces, skill, day);
                schedule.learnt(skill, day);
            }
        }
        var recall = traces.values().stream()
                .mapToDouble(t -> t.recall(DAYS))
                .average()
                .orElseThrow();
        return new Result(recall, reviews);
    }

    private static void alongWith(Map<SkillId, Trace> traces, SkillId skill, int day) {
        for (var part : GRAPH.partsOf(skill).keySet()) {
            Optional.ofNullable(traces.get(part)).ifPresent(trace -> trace.practised(day, true, TRUE_WEIGHT));
        }
    }

    /** One, three, seven days and so on; a miss begins again. */
    private static final class Ladder implements Schedule {
        private static final int[] STEPS = {1, 3, 7, 14, 30, 60};

        private final Map<SkillId, Integer> step = new HashMap<>();
        private final Map<SkillId, Integer> due = new HashMap<>();

        @Override
        public void learnt(SkillId skill, int day) {
            step.put(skill, 0);
            due.put(skill, day + STEPS[0]);
        }

        @Override
        public List<SkillId> due(int day) {
            return due.entrySet().stream()
                    .filter(entry -> entry.getValue() <= day)
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public void reviewed(SkillId skill, int day, boolean right) {
            var next = right ? Math.min(STEPS.length - 1, step.getOrDefault(skill, 0) + 1) : 0;
            step.put(skill, next);
            due.put(skill, day + STEPS[next]);
        }
    }

    /** The product's own cards. */
    private static final class Cards implements Schedule {
        private final boolean credit;
        private final Map<SkillId, Card> cards = new HashMap<>();

        Cards(boolean credit) {
            this.credit = credit;
        }

        @Override
        public void learnt(SkillId skill, int day) {
            cards.put(skill, Card.begin(at(day)));
            credit(skill, day);
        }

        @Override
        public List<SkillId> due(int day) {
            return cards.entrySet().stream()
                    .filter(entry -> entry.getValue().isDue(at(day)))
                    .sorted(Comparator.comparing(entry -> entry.getValue().recall(at(day))))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public void reviewed(SkillId skill, int day, boolean right) {
            cards.computeIfPresent(skill, (id, card) -> card.after(right ? Grade.GOOD : Grade.AGAIN, at(day)));
            if (right) {
                credit(skill, day);
            }
        }

        private void credit(SkillId skill, int day) {
            if (credit) {
                GRAPH.partsOf(skill)
                        .forEach((part, weight) ->
                                cards.computeIfPresent(part, (id, card) -> card.credited(weight, at(day))));
            }
        }

        private static Instant at(int day) {
            return START.plusSeconds(86_400L * day);
        }
    }

    /** Those of the track for machine learning, what is needed before what needs it. */
    private static List<SkillId> inOrder() {
        var track = CURRICULUM.track("machine-learning").orElseThrow();
        var order = new ArrayList<SkillId>();
        var seen = new HashSet<SkillId>();
        while (order.size() < SKILLS) {
            var next = CURRICULUM.skills().stream()
                    .filter(skill -> track.skills().contains(skill.id()) && !seen.contains(skill.id()))
                    .filter(skill -> seen.containsAll(skill.needs().stream()
                            .filter(track.skills()::contains)
                            .toList()))
                    .map(Skill::id)
                    .findFirst()
                    .orElseThrow();
            seen.add(next);
            order.add(next);
        }
        return order;
    }
}
