package org.nabla.practice.desk;

import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Exercise;

/**
 * The rules under which an exercise is shown and answered.
 *
 * @param address of the page: answers go there, help is asked at {@code address/help}, readings at {@code address/reading}
 * @param where the way to this page, from the outermost; empty for the chapter of the exercise
 * @param feedback whether verdicts are told now; where not, only that an answer was kept, and what cannot be read
 * @param help whether hints and the worked way may be opened
 * @param notes sentences above the boxes: what counts here, and until when
 * @param closed why no further answer is taken; blank while answers are taken
 * @param links where to go on from here
 * @param guidance what is shown before the learner goes on alone
 * @param acts what can be done instead of answering: forms to these addresses
 * @param countdown the time that is left, where it is counted: then boxes are kept at {@code address/draft} as they are typed
 */
public record DeskRules(
        String address,
        List<Link> where,
        boolean feedback,
        boolean help,
        List<String> notes,
        String closed,
        List<Link> links,
        Guidance guidance,
        List<Link> acts,
        Optional<Countdown> countdown) {

    public DeskRules {
        acts = List.copyOf(acts);
        where = List.copyOf(where);
        notes = List.copyOf(notes);
        links = List.copyOf(links);
    }

    /**
     * A way on from the page.
     *
     * @param next whether it is the natural step once the exercise is solved
     */
    public record Link(String address, String label, boolean next) {}

    /** The same against the clock. */
    public DeskRules against(Optional<Countdown> clock) {
        return new DeskRules(address, where, feedback, help, notes, closed, links, guidance, acts, clock);
    }

    /** Whether what is typed is kept before it is sent. */
    public boolean drafts() {
        return open() && countdown.isPresent();
    }

    /** Without anything shown before. */
    public DeskRules(
            String address,
            List<Link> where,
            boolean feedback,
            boolean help,
            List<String> notes,
            String closed,
            List<Link> links) {
        this(address, where, feedback, help, notes, closed, links, Guidance.NONE, List.of(), Optional.empty());
    }

    /** Where an exercise is practiced. */
    static String practiceAddress(Exercise exercise) {
        return "/practice/" + exercise.template() + "/" + exercise.seed();
    }

    /** For practice: everything is told and allowed, as often as wanted. */
    public static DeskRules practice(Exercise exercise, Guidance guidance) {
        return new DeskRules(
                practiceAddress(exercise),
                List.of(),
                true,
                true,
                List.of(),
                "",
                List.of(
                        new Link(
                                "/practice/" + exercise.template() + "?after=" + exercise.seed(),
                                "Another one like it",
                                false),
                        new Link("/practice?on=yes", "Something else", false)),
                guidance,
                List.of(),
                Optional.empty());
    }

    /** What the button says that sends the answer. */
    public String button() {
        return feedback ? "Check" : acts.isEmpty() ? "Keep this answer" : "Answer";
    }

    boolean open() {
        return closed.isBlank();
    }
}
