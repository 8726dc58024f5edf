package org.nabla.classroom.problemset;

import java.util.Optional;
import java.util.OptionalInt;
import org.nabla.exercise.ExerciseId;

/**
 * What a line of a problem set asks for.
 *
 * @param template empty where templates of a skill are chosen
 * @param level of a skill: only templates of this level; empty for any
 * @param count how many exercises
 * @param points for each of them
 */
record SetLine(Optional<ExerciseId> template, Optional<String> skill, OptionalInt level, int count, double points) {

    static SetLine of(ExerciseId template, int count, double points) {
        return new SetLine(Optional.of(template), Optional.empty(), OptionalInt.empty(), count, points);
    }

    static SetLine ofSkill(String skill, OptionalInt level, int count, double points) {
        return new SetLine(Optional.empty(), Optional.of(skill), level, count, points);
    }

    SetLine with(OptionalInt newLevel, int newCount, double newPoints) {
        return new SetLine(template, skill, newLevel, newCount, newPoints);
    }
}
