package org.nabla.practice.map;

/**
 * How far a learner is with a skill, as the map shows it.
 *
 * @param mark the shape that stands for it: {@code none}, {@code guessed}, {@code learning}, {@code practised} or {@code mastered}
 * @param word the same in a word
 * @param due whether a review is due
 */
public record MapState(String mark, String word, boolean due) {

    /** Of a skill that the learner has not met. */
    public static final MapState NONE = new MapState("none", "Not begun", false);

    /** Of one that the check-in takes for known. */
    public static final MapState GUESSED = new MapState("guessed", "Probably known", false);
}
