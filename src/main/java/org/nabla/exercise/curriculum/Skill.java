package org.nabla.exercise.curriculum;

import java.util.List;
import org.nabla.exercise.Place;

/**
 * A node of the curriculum: the smallest thing that is practised and mastered on its own.
 *
 * @param chapter the part of its area in which it stands
 * @param needs what should be known before
 * @param what what it is, in a sentence or two
 * @param why what it is good for, above all in machine learning
 * @param read where to read about it
 */
public record Skill(
        SkillId id,
        String name,
        String chapter,
        List<SkillId> needs,
        String what,
        String why,
        List<String> read,
        Place place) {}
