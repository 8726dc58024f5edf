package org.nabla.progress.learner;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Answer.Met;
import org.nabla.progress.mastery.Mastery;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** How hard skills and templates are, by all learners' answers; by the author's word where there are none. */
@Singleton
public class DifficultyRepository {
    private final Statements statements;

    DifficultyRepository(Statements statements) {
        this.statements = statements;
    }

    /** What somebody meets who answers the exercise now. */
    public Met met(Exercise exercise, List<SkillId> skills) {
        var known = statements.read(asked(exercise, skills)).stream()
                .collect(Collectors.toMap(Difficulty::name, Difficulty::value));
        return new Met(
                skills.stream().map(id -> known.getOrDefault(id.value(), 0.0)).toList(),
                known.getOrDefault("", Mastery.authorsGuess(exercise.level())),
                Guess.of(exercise));
    }

    /** What {@link #met} asks the database. No skill has an empty name, which stands for the template. */
    static Select<Difficulty> asked(Exercise exercise, List<SkillId> skills) {
        var values = new ArrayList<Object>(skills.stream().map(SkillId::value).toList());
        values.add(exercise.template().value());
        return new Select<>(
                Difficulty.class,
                "select skill, difficulty from skill_difficulty where skill in ("
                        + Select.marks(skills.size())
                        + ") union all select '', difficulty from template_difficulty where template = ?",
                values);
    }

    record Difficulty(String name, double value) {}
}
