package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;

/** The ways in which bars that may open or close can be paired, for texts such as {@code a|x+b|y||}. */
final class Bars {
    /** With ten bars there are 42 ways. */
    private static final int MOST = 10;

    private Bars() {}

    /** Each pairing as tokens whose bars say whether they open or close; empty where there are too few or too many. */
    static List<List<Lexeme>> pairings(List<Lexeme> tokens) {
        var places = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).is(Kind.BAR))
                .boxed()
                .toList();
        var all = new ArrayList<List<Lexeme>>();
        if (places.size() >= 4 && places.size() <= MOST && places.size() % 2 == 0) {
            pair(tokens, places, 0, 0, new ArrayList<>(tokens), all);
        }
        return all;
    }

    private static void pair(
            List<Lexeme> tokens,
            List<Integer> places,
            int next,
            int open,
            List<Lexeme> chosen,
            List<List<Lexeme>> all) {
        if (next == places.size()) {
            all.add(List.copyOf(chosen));
            return;
        }
        int at = places.get(next);
        if (open < places.size() - next) {
            chosen.set(at, as(tokens.get(at), Kind.OPEN_BAR));
            pair(tokens, places, next + 1, open + 1, chosen, all);
        }
        if (open > 0) {
            chosen.set(at, as(tokens.get(at), Kind.CLOSE_BAR));
            pair(tokens, places, next + 1, open - 1, chosen, all);
        }
    }

    private static Lexeme as(Lexeme bar, Kind kind) {
        return new Lexeme(kind, bar.text(), bar.position(), bar.length(), bar.spaced());
    }
}
