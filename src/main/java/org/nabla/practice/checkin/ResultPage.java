package org.nabla.practice.checkin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.curriculum.Track;
import org.nabla.progress.checkin.CheckIn;
import org.nabla.progress.checkin.Placement;
import org.nabla.progress.checkin.Reply;
import org.nabla.progress.store.ExerciseStore;

/**
 * What the check-in says.
 *
 * @param open whether it still goes on
 * @param known so many skills are probably known, of all
 * @param fresh and so many probably new
 */
record ResultPage(Track track, boolean open, int known, int fresh, int skills, List<Row> areas, List<Asked> asked) {

    /** An area; what is neither known nor new could not be told. */
    record Row(String address, String title, int known, int unsure, int fresh) {}

    /** A question, and what became of it. */
    record Asked(String address, String title, String tone, String word, String skill, String skillAddress) {}

    /** @param practicable the skills that have exercises: no others are counted */
    static ResultPage of(
            CheckIn checkIn,
            Placement placement,
            Curriculum curriculum,
            ExerciseStore exercises,
            Set<SkillId> practicable) {
        var skills = placement.skills().stream().filter(practicable::contains).toList();
        var known = placement.known().stream().filter(practicable::contains).collect(Collectors.toSet());
        var fresh = placement.unknown().stream().filter(practicable::contains).collect(Collectors.toSet());
        var areas = curriculum.areas().stream()
                .map(area -> {
                    var of = area.skills().stream()
                            .map(Skill::id)
                            .filter(skills::contains)
                            .toList();
                    var knownHere = (int) of.stream().filter(known::contains).count();
                    var freshHere = (int) of.stream().filter(fresh::contains).count();
                    return new Row(
                            "/skills/map/" + area.id(),
                            area.title(),
                            knownHere,
                            of.size() - knownHere - freshHere,
                            freshHere);
                })
                .filter(row -> row.known() + row.unsure() + row.fresh() > 0)
                .toList();
        var asked = checkIn.answered().stream()
                .flatMap(question -> exercises.find(question.exercise()).stream()
                        .map(stored -> asked(question, stored.exercise(), curriculum)))
                .toList();
        return new ResultPage(checkIn.track(), checkIn.open(), known.size(), fresh.size(), skills.size(), areas, asked);
    }

    private static Asked asked(CheckIn.Question question, Exercise exercise, Curriculum curriculum) {
        var address = "/practice/" + exercise.template() + "/" + exercise.seed();
        return new Asked(
                address + question.submission().map(form -> "?attempt=" + form).orElse(""),
                exercise.title(),
                tone(question.reply().orElseThrow()),
                word(question.reply().orElseThrow()),
                curriculum.skill(question.skill()).map(Skill::name).orElse(""),
                curriculum.address(question.skill()));
    }

    private static String tone(Reply reply) {
        return switch (reply) {
            case RIGHT -> "correct";
            case WRONG -> "wrong";
            case SKIPPED -> "next";
            case UNDECIDED -> "undecided";
        };
    }

    private static String word(Reply reply) {
        return switch (reply) {
            case RIGHT -> "right";
            case WRONG -> "not right";
            case SKIPPED -> "not met yet";
            case UNDECIDED -> "undecided";
        };
    }

    public int right() {
        return (int) asked.stream().filter(a -> a.tone().equals("correct")).count();
    }
}
