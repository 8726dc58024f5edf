package org.nabla.progress.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Answer.Met;
import org.nabla.progress.mastery.Mastery;
import org.nabla.query.Rows;

/** How hard skills and templates are, by all learners' answers; by the author's word where there are none. */
@ApplicationScoped
public class DifficultyRepository {
    private final EntityManager database;

    DifficultyRepository(EntityManager database) {
        this.database = database;
    }

    /** What somebody meets who answers the exercise now. */
    public Met met(Exercise exercise, List<SkillId> skills) {
        // No skill has an empty name, which stands for the template.
        var query = database.createNativeQuery("select skill, difficulty from skill_difficulty where skill in :skills"
                        + " union all select '', difficulty from template_difficulty where template = :template")
                .setParameter("skills", skills.stream().map(SkillId::value).toList())
                .setParameter("template", exercise.template().value());
        var known = Rows.all(query, Difficulty.class).stream()
                .collect(Collectors.toMap(Difficulty::name, Difficulty::value));
        return new Met(
                skills.stream().map(id -> known.getOrDefault(id.value(), 0.0)).toList(),
                known.getOrDefault("", Mastery.authorsGuess(exercise.level())),
                Guess.of(exercise));
    }

    private record Difficulty(String name, double value) {}
}
