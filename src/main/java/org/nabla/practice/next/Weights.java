package org.nabla.practice.next;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.curriculum.Track;

/** How much of a track builds on each of its skills. */
final class Weights {
    private final Curriculum curriculum;
    private final Map<String, Map<SkillId, Integer>> byTrack = new ConcurrentHashMap<>();

    Weights(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    /** How many skills of the track cannot be learnt without this one. */
    int of(Track track, SkillId skill) {
        return byTrack.computeIfAbsent(track.id(), id -> weigh(track)).getOrDefault(skill, 0);
    }

    private Map<SkillId, Integer> weigh(Track track) {
        var weights = new HashMap<SkillId, Integer>();
        for (var skill : track.skills()) {
            var below = new HashSet<SkillId>();
            collect(skill, below);
            below.forEach(id -> weights.merge(id, 1, Integer::sum));
        }
        return weights;
    }

    private void collect(SkillId skill, Set<SkillId> into) {
        curriculum
                .skill(skill)
                .ifPresent(found -> found.needs().stream().filter(into::add).forEach(need -> collect(need, into)));
    }
}
