package org.nabla.progress.mastery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.exercise.curriculum.SkillId;

/**
 * How hard skills and templates are: a fold over the answers of all learners, each with what its learner was held to be able
 * to do. The same answers in the same order give the same bits.
 */
public final class Difficulties {
    private final Map<SkillId, Rating> skills;
    private final Map<String, Rating> templates;

    public Difficulties() {
        this(Map.of(), Map.of());
    }

    /** As they were learnt so far, to go on from there. */
    public Difficulties(Map<SkillId, Rating> skills, Map<String, Rating> templates) {
        this.skills = new HashMap<>(skills);
        this.templates = new HashMap<>(templates);
    }

    /** A difficulty in logits, and from how many answers. */
    public record Rating(double difficulty, int answers) {}

    /**
     * An unaided first answer.
     *
     * @param authorsGuess how hard the template was held to be before anybody answered it
     * @param ability of the learner at that time, as {@link LearnerModel#ability} gives it
     */
    public record Observation(
            List<SkillId> skills, String template, double authorsGuess, double ability, double guess, boolean right) {}

    /** Learns from one answer. */
    public void learn(Observation seen) {
        var template = templates.getOrDefault(seen.template(), new Rating(seen.authorsGuess(), 0));
        var difficulty = Answer.mean(seen.skills(), id -> skill(id).difficulty()) + template.difficulty();
        var error = (seen.right() ? 1 : 0) - Mastery.probability(seen.ability() - difficulty, seen.guess());
        for (var id : seen.skills()) {
            var rating = skill(id);
            var step = Mastery.skillDifficultyStep(rating.answers(), error);
            skills.put(id, new Rating(rating.difficulty() - step, rating.answers() + 1));
        }
        var step = Mastery.templateDifficultyStep(template.answers(), error);
        templates.put(seen.template(), new Rating(template.difficulty() - step, template.answers() + 1));
    }

    Answer.Met met(List<SkillId> asked, String template, double authorsGuess, double guess) {
        return new Answer.Met(
                asked.stream().map(id -> skill(id).difficulty()).toList(),
                templates.getOrDefault(template, new Rating(authorsGuess, 0)).difficulty(),
                guess);
    }

    public Map<SkillId, Rating> skills() {
        return Map.copyOf(skills);
    }

    public Map<String, Rating> templates() {
        return Map.copyOf(templates);
    }

    private Rating skill(SkillId id) {
        return skills.getOrDefault(id, new Rating(0, 0));
    }
}
