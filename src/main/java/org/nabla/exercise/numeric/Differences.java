package org.nabla.exercise.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Rationals;

/** Derivatives as central difference quotients, followed to their limit. */
final class Differences {
    private final Numerics numerics;

    Differences(Numerics numerics) {
        this.numerics = numerics;
    }

    private interface Field {
        Numeric at(Map<String, Numeric> letters);
    }

    Numeric evaluate(Function function, List<Expression> arguments, Map<String, Numeric> letters) {
        Field f = at -> numerics.evaluate(arguments.get(0), at);
        if (function == Function.DIFF) {
            return diff(f, arguments.subList(1, arguments.size())).at(letters);
        }
        var variables = arguments.get(1).children();
        return switch (function) {
            case GRADIENT -> Numeric.of(all(f, variables, letters));
            case JACOBIAN -> Numeric.of(all(f, variables, letters)).transposed();
            case HESSIAN ->
                Numeric.of(variables.stream()
                        .map(x -> Numeric.of(all(derivative(f, x), variables, letters)))
                        .toList());
            case LAPLACIAN ->
                variables.stream()
                        .map(x -> derivative(derivative(f, x), x).at(letters))
                        .reduce(Numeric::plus)
                        .orElseThrow();
            case DIVERGENCE -> Numeric.of(divergence(all(f, variables, letters)));
            case CURL -> curl(all(f, variables, letters));
            default -> throw new AssertionError(function);
        };
    }

    private Field diff(Field f, List<Expression> arguments) {
        var result = f;
        for (int i = 0; i < arguments.size(); i++) {
            var times = arguments.stream()
                    .skip(i + 1L)
                    .findFirst()
                    .filter(Expression::isNatural)
                    .flatMap(Rationals::of);
            for (int k = 0; k < times.map(n -> n.numerator().intValueExact()).orElse(1); k++) {
                result = derivative(result, arguments.get(i));
            }
            i += times.isPresent() ? 1 : 0;
        }
        return result;
    }

    private static Field derivative(Field f, Expression variable) {
        return letters -> {
            var x = letters.get(Numerics.name(variable));
            if (x == null) {
                throw new UnknownLetterException(Numerics.name(variable));
            }
            return Extrapolation.oneSided(h -> f.at(Numerics.bind(letters, variable, Numeric.of(x.number() + h)))
                    .minus(f.at(Numerics.bind(letters, variable, Numeric.of(x.number() - h))))
                    .times(1 / (2 * h)));
        };
    }

    private static List<Numeric> all(Field f, List<Expression> variables, Map<String, Numeric> letters) {
        var result = new ArrayList<Numeric>();
        variables.forEach(x -> result.add(derivative(f, x).at(letters)));
        return result;
    }

    private static double divergence(List<Numeric> columns) {
        double sum = 0;
        for (int i = 0; i < columns.size(); i++) {
            sum += columns.get(i).entries()[i];
        }
        return sum;
    }

    private static Numeric curl(List<Numeric> d) {
        if (d.size() == 2) {
            return Numeric.of(d.get(0).entries()[1] - d.get(1).entries()[0]);
        }
        return Numeric.vector(
                d.get(1).entries()[2] - d.get(2).entries()[1],
                d.get(2).entries()[0] - d.get(0).entries()[2],
                d.get(0).entries()[1] - d.get(1).entries()[0]);
    }
}
