package org.nabla.teaching.demo;

import java.util.List;

/** What is played: the three assignments and the people. */
final class DemoPlan {

    static final String TITLE = "Demo: Calculus III";

    /** An assignment by its days from now. */
    record Act(String title, int opens, int due, int closes, boolean own, List<String> templates) {}

    static final List<Act> ACTS = List.of(
            new Act(
                    "Partial derivatives",
                    -20,
                    -10,
                    -7,
                    false,
                    List.of("first-partial-derivative", "gradient-at-a-point", "mixed-partials-that-differ")),
            new Act(
                    "Gradients and directions",
                    -9,
                    -1,
                    2,
                    false,
                    List.of("directional-derivative-at-a-point", "tangent-plane-to-a-graph")),
            new Act(
                    "Critical points",
                    -3,
                    4,
                    6,
                    false,
                    List.of("critical-points-of-a-separable-cubic", "nearest-point-of-a-plane")));

    /** What people write who doubt a verdict. */
    static final List<String> DOUBTS = List.of(
            "I computed this twice and get the same. Can somebody look at it?",
            "My book has this answer in another form. Are they not equal?",
            "I checked it with numbers and it fits.",
            "Is it wrong because of the order of my terms?");

    private static final List<String> NAMES = List.of(
            "Amira", "Ben", "Chloe", "Dmitri", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kamala", "Liam",
            "Mei", "Nadia", "Oscar", "Priya", "Quinn", "Rosa", "Samuel", "Tara", "Uma", "Viktor", "Wanda", "Xavier",
            "Yara", "Zoltan", "Aisha", "Bruno", "Carla", "David");
    private static final List<String> FAMILIES = List.of(
            "Abel", "Brandt", "Costa", "Diallo", "Evans", "Fischer", "Garcia", "Haddad", "Ito", "Jensen", "Khan",
            "Lopez");

    private DemoPlan() {}

    static String name(int number) {
        return NAMES.get(number % NAMES.size()) + " " + FAMILIES.get(number * 7 % FAMILIES.size());
    }
}
