package org.nabla.grading.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nabla.grading.judging.Trees;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Rational;
import org.nabla.math.value.Evaluator;
import org.nabla.math.writing.LatexWriter;

/** Points of whole numbers at which one function has no value and another has one. */
record Gaps(Map<String, Domain> domains) {

    private static final List<Rational> VALUES =
            IntStream.of(-1, -2, 1, 2, 0, 3).mapToObj(Rational::of).toList();
    private static final int MOST = 4;

    /** The first of them, as a sentence names it, such as {@code $x = -1$ and $y = -2$}. */
    Optional<String> between(Expression response, Expression key) {
        var names = new ArrayList<>(Trees.symbols(response));
        Trees.symbols(key).stream().filter(name -> !names.contains(name)).forEach(names::add);
        if (names.isEmpty() || names.size() > MOST) {
            return Optional.empty();
        }
        var left = Evaluator.of(response, names);
        var right = Evaluator.of(key, names);
        var count = (int) Math.pow(VALUES.size(), names.size());
        return IntStream.range(0, count)
                .mapToObj(number -> point(number, names.size()))
                .filter(point -> isInside(point, names))
                .filter(point -> Double.isNaN(left.at(doubles(point))) && Double.isFinite(right.at(doubles(point))))
                .findFirst()
                .map(point -> named(names, point));
    }

    private static List<Rational> point(int number, int size) {
        var point = new ArrayList<Rational>();
        for (var rest = number; point.size() < size; rest /= VALUES.size()) {
            point.add(VALUES.get(rest % VALUES.size()));
        }
        return point;
    }

    private boolean isInside(List<Rational> point, List<String> names) {
        return IntStream.range(0, names.size())
                .allMatch(i -> domains.getOrDefault(names.get(i), Domain.REAL).contains(point.get(i)));
    }

    private static double[] doubles(List<Rational> point) {
        return point.stream().mapToDouble(Rational::toDouble).toArray();
    }

    private static String named(List<String> names, List<Rational> point) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> "$" + LatexWriter.write(new Symbol(names.get(i))) + " = " + point.get(i) + "$")
                .collect(Collectors.joining(" and "));
    }
}
