package org.nabla.classroom.listing;

import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.seat.Seat;

/**
 * An assignment as its learner sees it.
 *
 * @param rules what holds, in sentences
 * @param next the address at which they go on; empty where nothing is left
 * @param warmUps what should be known before and is not yet mastered
 */
public record LearnerPage(
        Seat seat,
        String address,
        String title,
        State state,
        Due due,
        List<String> rules,
        List<Row> problems,
        Score score,
        Clockwork clockwork,
        String next,
        List<WarmUp> warmUps,
        String notice) {

    /** Where in its life it is, in a word for the style sheet and in one for its learner. */
    public record State(String name, String word) {}

    /**
     * When it is due.
     *
     * @param why why it is due then; empty where it is for all
     * @param extended whether they have more time than the others
     * @param lateDays what is said of late days; empty where the course gives none, or none can be spent or taken back
     */
    public record Due(CourseMoment at, String why, boolean extended, String lateDays) {}

    /**
     * What they have.
     *
     * @param mark in words; empty while it is not told
     * @param override what a teacher said in its place; empty where nobody did
     * @param reached whether the required share is reached; empty where none is required, or it is not told
     */
    public record Score(String mark, String override, Optional<Boolean> reached) {}

    /**
     * Work against the clock.
     *
     * @param start the decision to start, where there is a clock and it does not run yet
     * @param running until when it runs or ran, in a sentence; empty where there is no clock
     */
    public record Clockwork(Optional<Start> start, String running) {}

    /** @param tone the name of the icon; empty where there is none */
    public record Row(
            int position, String address, String title, String points, String tone, String word, String got) {}

    /**
     * What somebody should know before they start.
     *
     * @param sentences what happens when they do
     * @param button what it says
     */
    record Start(String address, List<String> sentences, String button) {}

    /** @param level how far the learner is with it, in a word */
    public record WarmUp(String address, String name, String level) {}

    public String zone() {
        return CourseMoment.zoneName(seat.zone());
    }
}
