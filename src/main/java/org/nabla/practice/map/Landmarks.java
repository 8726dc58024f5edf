package org.nabla.practice.map;

import java.util.List;
import org.nabla.exercise.curriculum.SkillId;

/** What stands on the map beside skills, such as projects that need them. Each feature that has some is a bean of this type. */
public interface Landmarks {

    List<Landmark> at(SkillId skill);

    /** A page, by its title. */
    record Landmark(String title, String address) {}
}
