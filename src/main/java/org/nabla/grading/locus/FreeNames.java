package org.nabla.grading.locus;

import java.util.List;
import org.nabla.grading.judging.Formulas.Misfit;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Symbol;

/** Names of functions and of heights that are no coordinates: {@code f(x, y) = …} for {@code z = …}. */
final class FreeNames {
    private FreeNames() {}

    /** The equation in the coordinates alone. */
    static Expression settled(Expression tree, List<String> coordinates) {
        if (!(tree instanceof Relation relation) || relation.sides().isEmpty()) {
            return tree;
        }
        var left = relation.sides().get(0);
        if (left instanceof Application named) {
            return named(relation, named, coordinates);
        }
        if (left instanceof Symbol symbol && !coordinates.contains(symbol.name())) {
            throw new Misfit(
                    "There is no " + symbol.name() + " here: the letters are " + String.join(", ", coordinates) + ".");
        }
        return tree;
    }

    /** A function of all coordinates but one is the height in that one. */
    private static Expression named(Relation relation, Application named, List<String> coordinates) {
        var free = coordinates.stream()
                .filter(name -> relation.sides().stream().noneMatch(side -> Trees.mentions(side, name)))
                .toList();
        if (free.size() != 1) {
            throw new Misfit(
                    "Write the equation in " + String.join(", ", coordinates) + ", without " + named.name() + ".");
        }
        var sides = new java.util.ArrayList<>(relation.sides());
        sides.set(0, new Symbol(free.get(0)));
        return new Relation(sides, relation.signs());
    }
}
