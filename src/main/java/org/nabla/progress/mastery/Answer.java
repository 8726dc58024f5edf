package org.nabla.progress.mastery;

import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nabla.exercise.curriculum.SkillId;

/**
 * A first answer to an exercise, as the log keeps it.
 *
 * @param exercise the key of the exercise: the order of answers that arrived at the same time
 * @param skills what the exercise practises, the main one first
 * @param met how hard it was held to be
 * @param right whether all of it was right
 * @param unaided whether no help was open
 * @param placing whether it was given in the check-in
 * @param weight how much it moves what is known of the learner: 1 for the usual, ½ where a program of theirs did the work
 */
public record Answer(
        Instant at,
        long exercise,
        String template,
        List<SkillId> skills,
        Met met,
        boolean right,
        boolean unaided,
        boolean placing,
        double weight)
        implements Event {

    /** Of the usual weight. */
    public Answer(
            Instant at,
            long exercise,
            String template,
            List<SkillId> skills,
            Met met,
            boolean right,
            boolean unaided,
            boolean placing) {
        this(at, exercise, template, skills, met, right, unaided, placing, 1);
    }

    /**
     * The difficulties of the moment in which it was answered. They are kept with the answer, so that what others answered
     * since changes nothing about it.
     *
     * @param skills in the order of the answer's skills
     * @param guess how likely luck alone is right
     */
    public record Met(List<Double> skills, double template, double guess) {
        public Met {
            skills = List.copyOf(skills);
        }

        /** Of the exercise: the mean over its skills, and the template's. */
        public double difficulty() {
            return mean(skills, b -> b) + template;
        }
    }

    public Answer {
        skills = List.copyOf(skills);
        if (skills.isEmpty() || skills.size() != met.skills().size()) {
            throw new IllegalArgumentException("skills " + skills + " with difficulties " + met.skills());
        }
    }

    /** Right without help: the only thing that shows that somebody can do it. */
    boolean success() {
        return right && unaided;
    }

    @Override
    public LearnerState on(LearnerState state, LearnerModel model) {
        return model.after(state, this);
    }

    static <T> double mean(List<T> values, ToDoubleFunction<T> number) {
        var sum = 0.0;
        for (var value : values) {
            sum += number.applyAsDouble(value);
        }
        return sum / values.size();
    }
}
