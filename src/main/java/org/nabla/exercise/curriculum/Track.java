package org.nabla.exercise.curriculum;

import java.util.List;
import java.util.Set;

/**
 * A way through the curriculum for one purpose.
 *
 * @param members the skills once more, since it is asked again and again whether one is among them
 */
public record Track(String id, String name, String what, List<SkillId> skills, Set<SkillId> members) {
    Track(String id, String name, String what, List<SkillId> skills) {
        this(id, name, what, skills, Set.copyOf(skills));
    }

    public boolean has(SkillId skill) {
        return members.contains(skill);
    }
}
