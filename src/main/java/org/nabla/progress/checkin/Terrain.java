package org.nabla.progress.checkin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.curriculum.Track;
import org.nabla.progress.mastery.SkillGraph;

/**
 * What newcomers to a track may know: many imagined ones, each with a set of skills that holds all that its
 * skills need. Some know little, some much; most have learnt in the order of the curriculum, with more or less in one area
 * than in another; and some know nothing and guess. The same curriculum gives the same people.
 */
final class Terrain {
    private static final int PEOPLE = 2_000;
    /** How many of them answer by chance and know nothing. */
    private static final double GUESSING = .1;

    private static final long SEED = 20_260_301;

    /** All who are less likely than this together are less than what is asked about: after a few replies most of them. */
    private static final double NOBODY = 1e-9;

    private final List<SkillId> skills;
    private final Map<SkillId, Integer> numbers = new HashMap<>();
    /** By person, what they know. */
    private final List<BitSet> known = new ArrayList<>();

    private final List<int[]> numbersKnown = new ArrayList<>();
    private double[] before = {};

    private Terrain(List<SkillId> skills) {
        this.skills = skills;
        for (var i = 0; i < skills.size(); i++) {
            numbers.put(skills.get(i), i);
        }
    }

    /** The skills of a track, and all that they stand on. */
    static Terrain of(Curriculum curriculum, SkillGraph graph, Track track) {
        var within = new LinkedHashSet<SkillId>(track.skills());
        track.skills().forEach(id -> within.addAll(graph.below(id)));
        var terrain = new Terrain(curriculum.skills().stream()
                .map(Skill::id)
                .filter(within::contains)
                .toList());
        var below =
                terrain.skills.stream().map(id -> terrain.bits(graph.below(id))).toList();
        var chance = new Random(SEED);
        for (var i = 0; i < PEOPLE; i++) {
            terrain.add(terrain.somebody(curriculum, below, chance));
        }
        terrain.add(new BitSet());
        terrain.before = terrain.knowing(
                IntStream.range(0, terrain.people()).mapToDouble(terrain::share).toArray());
        return terrain;
    }

    private BitSet bits(Set<SkillId> of) {
        var bits = new BitSet(skills.size());
        of.forEach(id -> bits.set(number(id)));
        return bits;
    }

    private void add(BitSet knows) {
        known.add(knows);
        numbersKnown.add(knows.stream().toArray());
    }

    private BitSet somebody(Curriculum curriculum, List<BitSet> below, Random chance) {
        var disorder = .3 * chance.nextDouble();
        var onesidedness = .4 * chance.nextDouble();
        var leaning = new HashMap<String, Double>();
        curriculum.areas().forEach(area -> leaning.put(area.id(), onesidedness * chance.nextGaussian()));
        var turn = IntStream.range(0, skills.size())
                .mapToDouble(i -> (double) i / skills.size()
                        + disorder * chance.nextGaussian()
                        + curriculum
                                .areaOf(skills.get(i))
                                .map(area -> leaning.get(area.id()))
                                .orElse(0.0))
                .toArray();
        var knows = new BitSet(skills.size());
        var wanted = (int) StrictMath.round(chance.nextDouble() * skills.size());
        var order = IntStream.range(0, skills.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> turn[i]))
                .toList();
        for (var i : order) {
            if (knows.cardinality() >= wanted) {
                break;
            }
            knows.set(i);
            knows.or(below.get(i));
        }
        return knows;
    }

    /** The last of them stands for all who guess. */
    int people() {
        return PEOPLE + 1;
    }

    boolean guesses(int person) {
        return person == PEOPLE;
    }

    /** How often such a person comes. */
    double share(int person) {
        return guesses(person) ? GUESSING : (1 - GUESSING) / PEOPLE;
    }

    List<SkillId> skills() {
        return skills;
    }

    /** By skill, the weight of those who know it, where each person has the weight at their number. */
    double[] knowing(double[] weights) {
        var knowing = new double[skills.size()];
        for (var person = 0; person < weights.length; person++) {
            if (weights[person] < NOBODY) {
                continue;
            }
            for (var skill : numbersKnown.get(person)) {
                knowing[skill] += weights[person];
            }
        }
        return knowing;
    }

    /** By skill, how many know it of those of whom nothing is known. */
    double[] before() {
        return before;
    }

    boolean holds(SkillId skill) {
        return numbers.containsKey(skill);
    }

    boolean knows(int person, int skill) {
        return known.get(person).get(skill);
    }

    int number(SkillId skill) {
        var number = numbers.get(skill);
        if (number == null) {
            throw new IllegalArgumentException("no skill of this track: " + skill);
        }
        return number;
    }
}
