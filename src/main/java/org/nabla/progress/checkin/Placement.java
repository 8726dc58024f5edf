package org.nabla.progress.checkin;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.nabla.exercise.curriculum.SkillId;

/**
 * Where the replies of a check-in place somebody: how likely they know each skill, as the share of the imagined newcomers who
 * know it, each counted for as much as they would have replied the same. Without chance: the same replies give the same.
 */
public final class Placement {
    /** From here on it is said that somebody probably knows a skill. */
    static final double KNOWN = .75;
    /** Up to here it is said that it is probably new. */
    static final double NEW = .25;
    /** By so much replies must have moved a chance to have said something. */
    private static final double SAID = .005;
    /** Among so many questions, those that are most open, the one is chosen that moves the others most. */
    private static final int OPEN_QUESTIONS = 16;
    /** A question that is expected to settle less than this many skills is not worth asking. */
    private static final double WORTH_ASKING = .02;

    private final Terrain terrain;
    private final double[] weights;
    private final double[] chances;

    Placement(Terrain terrain, Map<SkillId, Reply> replies) {
        this.terrain = terrain;
        weights = new double[terrain.people()];
        for (var person = 0; person < weights.length; person++) {
            weights[person] = weight(person, replies);
        }
        var sum = sum(weights);
        for (var person = 0; person < weights.length; person++) {
            weights[person] /= sum;
        }
        chances = terrain.knowing(weights);
    }

    private double weight(int person, Map<SkillId, Reply> replies) {
        var weight = terrain.share(person);
        for (var reply : replies.entrySet()) {
            if (terrain.holds(reply.getKey())) {
                weight *= likelihood(person, terrain.number(reply.getKey()), reply.getValue());
            }
        }
        return weight;
    }

    private double likelihood(int person, int asked, Reply reply) {
        if (terrain.guesses(person)) {
            return reply.ofSomebodyWhoGuesses();
        }
        return terrain.knows(person, asked) ? reply.ofSomebodyWhoKnows() : reply.ofSomebodyWhoDoesNot();
    }

    /** How likely they know it; empty for a skill that is not of the track. */
    public Optional<Double> chance(SkillId skill) {
        return terrain.holds(skill) ? Optional.of(chances[terrain.number(skill)]) : Optional.empty();
    }

    /** What their replies make likely enough. What most people know is not taken for known without a word of theirs. */
    public Set<SkillId> known() {
        return those(skill -> chances[skill] >= KNOWN && chances[skill] > terrain.before()[skill] + SAID);
    }

    public Set<SkillId> unknown() {
        return those(skill -> chances[skill] <= NEW && chances[skill] < terrain.before()[skill] - SAID);
    }

    private Set<SkillId> those(IntPredicate wanted) {
        return terrain.skills().stream()
                .filter(skill -> wanted.test(terrain.number(skill)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What is best asked next: of the skills about which least is known, the one whose answer is expected to settle most of
     * the map.
     *
     * @param possible skills that can be asked and have not been
     * @return empty where no question would tell much
     */
    Optional<SkillId> next(Collection<SkillId> possible) {
        return possible.stream()
                .filter(terrain::holds)
                .sorted(Comparator.<SkillId>comparingDouble(skill -> Math.abs(chances[terrain.number(skill)] - .5))
                        .thenComparing(SkillId::value))
                .limit(OPEN_QUESTIONS)
                .map(skill -> Map.entry(skill, settles(terrain.number(skill))))
                .filter(question -> question.getValue() >= WORTH_ASKING)
                .max(Map.Entry.<SkillId, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().value(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /** What is most likely known of all that can be asked. */
    Optional<SkillId> surest(Collection<SkillId> possible) {
        return possible.stream()
                .filter(terrain::holds)
                .max(Comparator.<SkillId>comparingDouble(skill -> chances[terrain.number(skill)])
                        .thenComparing(skill -> -terrain.number(skill)));
    }

    /** By how much the doubt about all skills together is expected to fall: p (1 − p), summed. */
    private double settles(int asked) {
        var right = weights.clone();
        for (var person = 0; person < weights.length; person++) {
            right[person] *= likelihood(person, asked, Reply.RIGHT);
        }
        var share = sum(right);
        var knowing = terrain.knowing(right);
        var settled = 0.0;
        for (var skill = 0; skill < chances.length; skill++) {
            // The variance between those who would be right and the others.
            var moved = knowing[skill] - share * chances[skill];
            settled += moved * moved / (share * (1 - share));
        }
        return settled;
    }

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }

    /** All skills of which it speaks, in the order in which they are learnt. */
    public List<SkillId> skills() {
        return terrain.skills();
    }
}
