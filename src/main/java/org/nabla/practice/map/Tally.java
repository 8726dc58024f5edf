package org.nabla.practice.map;

import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.curriculum.Skill;

/** How many of some skills are in which state. */
record Tally(int skills, int mastered, int practised, int learning, int due) {

    static Tally of(Atlas atlas, List<Skill> skills) {
        return new Tally(
                skills.size(),
                count(atlas, skills, "mastered"),
                count(atlas, skills, "practised"),
                count(atlas, skills, "learning"),
                (int) skills.stream().filter(skill -> atlas.state(skill).due()).count());
    }

    private static int count(Atlas atlas, List<Skill> skills, String mark) {
        return (int) skills.stream()
                .filter(skill -> atlas.state(skill).mark().equals(mark))
                .count();
    }

    public String words() {
        var parts = new ArrayList<String>();
        parts.add(skills == 1 ? "1 skill" : skills + " skills");
        if (mastered > 0) {
            parts.add(mastered + " mastered");
        }
        if (practised > 0) {
            parts.add(practised + " practiced");
        }
        if (learning > 0) {
            parts.add(learning + " begun");
        }
        return String.join(", ", parts);
    }
}
