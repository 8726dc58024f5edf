package org.nabla.practice.desk;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.practice.next.Suggestion;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.Level;

/**
 * The way on from an answer.
 *
 * @param skill what the exercise practises
 * @param changed what a right answer changed, in a sentence; may be empty
 * @param next what comes next, and why; empty while the exercise is not solved, and where the sitting is over
 * @param reached whether the aim of the sitting is reached
 * @param before after some misses in a row: what the skill needs, the weakest first
 * @param stuck whether there were so many misses in a row that something else is better now
 * @param lead what this answer has opened; empty mostly
 * @param lesson whether there is a lesson on the skill
 */
public record Turn(
        boolean solved,
        Optional<Skill> skill,
        String changed,
        Optional<Suggestion> next,
        boolean reached,
        List<Skill> before,
        boolean stuck,
        Optional<Leads.Lead> lead,
        boolean lesson) {

    public static String changed(Skill skill, Optional<SkillStates.Change> change) {
        return change.map(found -> "“" + skill.name() + "”: " + words(found)).orElse("");
    }

    /** Whether this answer, and none before it, made somebody practised in the skill. */
    public static boolean isNew(SkillStates.Change change) {
        return change.before().compareTo(Level.PRACTISED) < 0 && change.after().compareTo(Level.PRACTISED) >= 0;
    }

    private static String words(SkillStates.Change change) {
        var risen = change.after().compareTo(change.before()) > 0;
        if (change.after() == Level.MASTERED) {
            return risen ? "mastered." : "still mastered.";
        }
        if (change.after() == Level.PRACTISED) {
            return risen ? "practiced." : "still practiced.";
        }
        return change.answers() == 0
                ? "begun, with help so far."
                : "learning, " + change.right() + " of " + change.answers() + " right so far.";
    }
}
