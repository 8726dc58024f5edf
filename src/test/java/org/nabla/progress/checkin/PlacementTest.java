package org.nabla.progress.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.SkillGraph;

/**
 * Where simulated newcomers are placed. They are not those whom the check-in imagines: each skill has a difficulty, each
 * person an ability and talents by area, and who can do a skill and all that it needs knows it. They slip in one of ten, are
 * lucky in one of fifteen, and skip most of what they do not know. {@code -Dnabla.long=true} takes more of them.
 */
class PlacementTest {
    private static final Curriculum CURRICULUM = Curriculum.load();
    private static final SkillGraph GRAPH = new SkillGraph(CURRICULUM, Set.of());
    private static final Set<SkillId> ASKABLE = ExerciseCatalogue.load().all().stream()
            .map(template -> new SkillId(template.skills().get(0)))
            .collect(Collectors.toSet());
    private static final double[] ABILITIES = {-2, -1, -.5, 0, .5, 1, 2};
    private static final boolean LONG = Boolean.getBoolean("nabla.long");
    private static final int EACH = LONG ? 4 : 2;
    private static final int COINS = LONG ? 24 : 8;

    /** What came of many check-ins: the mean share of skills in each class, and the longest check-in. */
    private record Outcome(double saidKnown, double wronglyKnown, double wronglyNew, double onWrongSide, int longest) {}

    private interface Answers {
        Reply to(boolean known, Random chance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multivariable", "machine-learning", "getting-ready"})
    void simulatedNewcomersArePlacedWhereTheyAre(String track) {
        var terrain = terrain(track);
        var known = new ArrayList<Set<SkillId>>();
        for (var ability : ABILITIES) {
            for (var i = 0; i < EACH; i++) {
                known.add(newcomer(terrain, ability, new Random(97 * i + 5)));
            }
        }

        var outcome = check(terrain, known, PlacementTest::honest);

        say(track, outcome);
        assertThat(outcome.longest()).isLessThanOrEqualTo(CheckIn.MOST);
        assertThat(outcome.wronglyKnown()).isLessThanOrEqualTo(.05);
        assertThat(outcome.wronglyNew()).isLessThanOrEqualTo(.08);
        assertThat(outcome.onWrongSide()).isLessThanOrEqualTo(.15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multivariable", "machine-learning", "getting-ready"})
    void whoeverTossesACoinIsNotPlacedHigh(String track) {
        var terrain = terrain(track);

        var outcome = check(
                terrain,
                Collections.nCopies(COINS, Set.of()),
                (known, chance) -> chance.nextBoolean() ? Reply.RIGHT : Reply.WRONG);

        say(track + ", a coin", outcome);
        assertThat(outcome.saidKnown()).isLessThanOrEqualTo(.2);
    }

    @Test
    void whoKnowsAllOrNothingIsToldSo() {
        var terrain = terrain("machine-learning");

        var all = check(terrain, List.of(Set.copyOf(terrain.skills())), (known, chance) -> Reply.RIGHT);
        var nothing = check(terrain, List.of(Set.of()), (known, chance) -> Reply.SKIPPED);

        assertThat(all.saidKnown()).isGreaterThanOrEqualTo(.95);
        assertThat(nothing.saidKnown()).isZero();
        assertThat(nothing.longest()).isLessThan(CheckIn.MOST);
    }

    @Test
    void nothingIsSaidBeforeThereIsAReply() {
        var placement = new Placement(terrain("multivariable"), Map.of());

        assertThat(placement.known()).isEmpty();
        assertThat(placement.unknown()).isEmpty();
        assertThat(placement.next(ASKABLE)).isPresent();
    }

    @Test
    void whoeverIsRightAtASkillProbablyKnowsWhatItStandsOn() {
        var terrain = terrain("multivariable");
        var gradient = new SkillId("DF17");
        var before = new Placement(terrain, Map.of());

        var right = new Placement(terrain, Map.of(gradient, Reply.RIGHT));
        var skipped = new Placement(terrain, Map.of(gradient, Reply.SKIPPED));

        assertThat(GRAPH.below(gradient))
                .isNotEmpty()
                .allSatisfy(below -> assertThat(chance(right, below)).isGreaterThan(chance(before, below)));
        assertThat(GRAPH.above(gradient))
                .filteredOn(terrain::holds)
                .isNotEmpty()
                .allSatisfy(above -> assertThat(chance(skipped, above)).isLessThan(chance(before, above)));
        assertThat(new Placement(terrain, Map.of(gradient, Reply.UNDECIDED)).known())
                .isEmpty();
    }

    private static double chance(Placement placement, SkillId skill) {
        return placement.chance(skill).orElseThrow();
    }

    private static Terrain terrain(String track) {
        return Terrain.of(CURRICULUM, GRAPH, CURRICULUM.track(track).orElseThrow());
    }

    private static Set<SkillId> newcomer(Terrain terrain, double ability, Random chance) {
        var talents = new HashMap<String, Double>();
        CURRICULUM.areas().forEach(area -> talents.put(area.id(), .5 * chance.nextGaussian()));
        var known = new HashSet<SkillId>();
        var count = terrain.skills().size();
        for (var i = 0; i < count; i++) {
            var skill = CURRICULUM.skill(terrain.skills().get(i)).orElseThrow();
            var difficulty = 3.2 * i / count - 1.6 + .6 * chance.nextGaussian();
            var talent = talents.getOrDefault(
                    CURRICULUM.areaOf(skill.id()).orElseThrow().id(), 0.0);
            if (ability + talent > difficulty && known.containsAll(skill.needs())) {
                known.add(skill.id());
            }
        }
        return known;
    }

    private static Reply honest(boolean known, Random chance) {
        var luck = chance.nextDouble();
        if (known) {
            return luck < .9 ? Reply.RIGHT : Reply.WRONG;
        }
        return luck < .6 ? Reply.SKIPPED : luck < .63 ? Reply.RIGHT : Reply.WRONG;
    }

    private static Outcome check(Terrain terrain, Collection<Set<SkillId>> people, Answers answers) {
        var saidKnown = 0;
        var wronglyKnown = 0;
        var wronglyNew = 0;
        var onWrongSide = 0;
        var longest = 0;
        var chance = new Random(11);
        for (var known : people) {
            var replies = new HashMap<SkillId, Reply>();
            var placement = new Placement(terrain, replies);
            var next = placement.next(ASKABLE);
            while (next.isPresent() && replies.size() < CheckIn.MOST) {
                replies.put(next.get(), answers.to(known.contains(next.get()), chance));
                placement = new Placement(terrain, replies);
                next = placement.next(ASKABLE.stream()
                        .filter(skill -> !replies.containsKey(skill))
                        .toList());
            }
            longest = Math.max(longest, replies.size());
            saidKnown += placement.known().size();
            for (var skill : terrain.skills()) {
                wronglyKnown += placement.known().contains(skill) && !known.contains(skill) ? 1 : 0;
                wronglyNew += placement.unknown().contains(skill) && known.contains(skill) ? 1 : 0;
                onWrongSide += chance(placement, skill) >= .5 != known.contains(skill) ? 1 : 0;
            }
        }
        var all = (double) people.size() * terrain.skills().size();
        return new Outcome(saidKnown / all, wronglyKnown / all, wronglyNew / all, onWrongSide / all, longest);
    }

    private static void say(String who, Outcome outcome) {
        System.getLogger("simulation").log(System.Logger.Level.INFO, who + ": " + outcome);
    }
}
