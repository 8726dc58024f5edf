package org.nabla.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.mastery.Answer.Met;
import org.nabla.progress.mastery.Mastery;

/** How hard skills and templates are, by all learners' answers; by the author's word where there are none. */
@ApplicationScoped
class DifficultyRepository {
    private final EntityManager database;

    DifficultyRepository(EntityManager database) {
        this.database = database;
    }

    /** What somebody meets who answers the exercise now. */
    Met met(Exercise exercise, List<SkillId> skills) {
        var known = numbers(
                "select skill, difficulty from skill_difficulty where skill in :names",
                skills.stream().map(SkillId::value).toList());
        var template = numbers(
                "select template, difficulty from template_difficulty where template in :names",
                List.of(exercise.template().value()));
        return new Met(
                skills.stream().map(id -> known.getOrDefault(id.value(), 0.0)).toList(),
                template.getOrDefault(exercise.template().value(), Mastery.authorsGuess(exercise.level())),
                Guess.of(exercise));
    }

    private Map<String, Double> numbers(String query, List<String> names) {
        List<?> rows =
                database.createNativeQuery(query).setParameter("names", names).getResultList();
        var numbers = new HashMap<String, Double>();
        for (var row : rows) {
            var columns = (Object[]) row;
            numbers.put((String) columns[0], ((Number) columns[1]).doubleValue());
        }
        return numbers;
    }
}
