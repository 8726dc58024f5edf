package org.nabla.progress.learner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.Attempt;
import org.nabla.progress.mastery.Answer;
import org.nabla.query.Update;

/** What was known when an attempt that says something was made. Written once; only its learner may change, by a merge. */
@Entity
class Evidence {
    @Id
    private long attemptId;

    private Instant submittedAt;
    private long learnerId;
    private long exerciseId;
    private String template;

    @Column(columnDefinition = "varchar(4)[]")
    private String[] skills;

    @Column(columnDefinition = "double precision[]")
    private double[] skillDifficulties;

    private double templateDifficulty;
    private double guess;

    private double ability;
    private double prediction;
    private boolean checkIn;
    private double weight;
    // As the attempt says them, which is in the partition of its month.
    private boolean answeredRight;
    private boolean unaided;
    private boolean first;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {} // for Hibernate

    Evidence(Attempt attempt, Answer answer, double ability, double prediction) {
        attemptId = attempt.id();
        submittedAt = attempt.submittedAt();
        learnerId = attempt.learnerId();
        exerciseId = attempt.exerciseId();
        template = answer.template();
        skills = answer.skills().stream().map(SkillId::value).toArray(String[]::new);
        skillDifficulties = answer.met().skills().stream().mapToDouble(b -> b).toArray();
        templateDifficulty = answer.met().template();
        guess = answer.met().guess();
        this.ability = ability;
        this.prediction = prediction;
        checkIn = answer.placing();
        weight = answer.weight();
        answeredRight = attempt.outcome() == Outcome.CORRECT;
        unaided = attempt.unaided();
        first = attempt.first();
    }

    Update written() {
        return Update.of(
                "insert into evidence (attempt_id, submitted_at, learner_id, exercise_id, template, skills, skill_difficulties,"
                        + " template_difficulty, guess, ability, prediction, check_in, weight, answered_right, unaided, first)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                attemptId,
                submittedAt,
                learnerId,
                exerciseId,
                template,
                skills,
                skillDifficulties,
                templateDifficulty,
                guess,
                ability,
                prediction,
                checkIn,
                weight,
                answeredRight,
                unaided,
                first);
    }

    /** The answer as the model takes it. @param revised what counts in the place of verdicts, by attempt */
    Answer answer(Map<Long, Outcome> revised) {
        return new Answer(
                submittedAt,
                exerciseId,
                template,
                skills(),
                new Answer.Met(Arrays.stream(skillDifficulties).boxed().toList(), templateDifficulty, guess),
                revised.containsKey(attemptId) ? revised.get(attemptId) == Outcome.CORRECT : answeredRight,
                unaided,
                checkIn,
                weight);
    }

    List<SkillId> skills() {
        return Arrays.stream(skills).map(SkillId::new).toList();
    }
}
