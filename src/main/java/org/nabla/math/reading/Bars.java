package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nabla.math.lexing.Token;
import org.nabla.math.lexing.Token.Kind;

/** The ways in which bars that may open or close can be paired, for texts such as {@code a|x+b|y||}. */
final class Bars {
    /** With ten bars there are 42 ways. */
    private static final int MOST = 10;

    private Bars() {}

    /** Each pairing as tokens whose bars say whether they open or close; empty where there are too few or too many. */
    static List<List<Token>> pairings(List<Token> tokens) {
        var places = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).is(Kind.BAR))
                .boxed()
                .toList();
        var all = new ArrayList<List<Token>>();
        if (places.size() >= 4 && places.size() <= MOST && places.size() % 2 == 0) {
            pair(tokens, places, 0, 0, new ArrayList<>(tokens), all);
        }
        return all;
    }

    private static void pair(
            List<Token> tokens, List<Integer> places, int next, int open, List<Token> chosen, List<List<Token>> all) {
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

    private static Token as(Token bar, Kind kind) {
        return new Token(kind, bar.text(), bar.position(), bar.length(), bar.spaced());
    }
}
