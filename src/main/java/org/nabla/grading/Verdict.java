package org.nabla.grading;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nabla.math.SyntaxError;

/**
 * What the checker says of one response. Never null, never an exception; the same input always gets the same verdict.
 *
 * @param score from 0 to 1
 * @param decided how it was decided; empty where nothing was
 * @param message what the learner is told: prose with mathematics between dollars, never the key; may be empty
 * @param understood the reading, empty where there is none
 * @param parts for a vector, matrix, list or set: the state of each entry, in the order of the response
 * @param problem for {@link Outcome#INVALID}: what is wrong, and where
 * @param counterexample for {@link Outcome#WRONG}, where it teaches something: a point at which response and key differ
 * @param mistake the index of the exercise's mistake that matched, or the word for one that the checker found itself
 *     ({@code sign}, {@code factor}, {@code swapped}, …); empty where none did
 */
public record Verdict(
        Outcome outcome,
        double score,
        Optional<Decided> decided,
        String message,
        Optional<Understood> understood,
        List<Entry> parts,
        Optional<SyntaxError> problem,
        Optional<Counterexample> counterexample,
        Optional<String> mistake) {

    /** The same verdict with another message. */
    public Verdict saying(String otherMessage) {
        return new Verdict(outcome, score, decided, otherMessage, understood, parts, problem, counterexample, mistake);
    }

    /** The same reading, of which it could not be told in time whether it is right. */
    public Verdict undecided(String why) {
        return new Verdict(
                Outcome.UNDECIDED,
                0,
                Optional.empty(),
                why,
                understood,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** How a verdict was reached. */
    public enum Decided {
        IDENTICAL,
        PROVED,
        SAMPLED,
        REFUTED
    }

    /** The reading of a response, as text in the input language and as LaTeX. */
    public record Understood(String text, String latex, List<String> notices) {}

    /** One entry of a vector, matrix, list or set. */
    public record Entry(String label, Outcome outcome, String message) {}

    /**
     * A point at which the two differ, with both values, rounded for reading.
     *
     * @param point each variable with its value, in the order of their names: each time the same
     */
    public record Counterexample(Map<String, String> point, String response, String key) {
        public Counterexample {
            point = Collections.unmodifiableSortedMap(new TreeMap<>(point));
        }
    }
}
