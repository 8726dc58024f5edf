package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.generator.NameScope;
import org.nabla.exercise.generator.ProseWriter;
import org.nabla.exercise.numeric.Difference;
import org.nabla.exercise.numeric.Extrapolation;
import org.nabla.exercise.numeric.Letters;
import org.nabla.exercise.numeric.Numeric;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.numeric.Truth;
import org.nabla.exercise.reading.LetterDomains;
import org.nabla.exercise.reading.VerificationReader;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Verification;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Substitution;

/** Carries out what {@code verify} says, in doubles, at sample points where letters are left. */
final class Verifier {
    private static final double TOLERANCE = 1e-6;
    private static final int POINTS = 4;

    private final NameScope scope;
    private final Map<String, Domain> domains;

    Verifier(ExerciseTemplate template, NameScope scope) {
        this.scope = scope;
        this.domains = LetterDomains.of(template.numbers().variables());
    }

    /** What does not hold; empty when all does. */
    Optional<String> problem(Verification verification, Exercise.Part part, Optional<Expression> answer) {
        try {
            return verification.to(new Route(part, answer));
        } catch (NumericException e) {
            return Optional.of(e.sentence());
        }
    }

    /** The way that a verification goes, to what does not hold. */
    private final class Route implements Verification.Visitor<Optional<String>> {
        private final Exercise.Part part;
        private final Optional<Expression> answer;

        Route(Exercise.Part part, Optional<Expression> answer) {
            this.part = part;
            this.answer = answer;
        }

        @Override
        public Optional<String> agrees(Verification.Agrees agrees) {
            return Verifier.this.agrees(agrees, answer);
        }

        @Override
        public Optional<String> holds(Verification.Holds holds) {
            return Verifier.this.holds(holds, answer);
        }

        @Override
        public Optional<String> byOption(Verification.ByOption byOption) {
            return Verifier.this.byOption(byOption, part);
        }

        @Override
        public Optional<String> byReason(Verification.ByReason byReason) {
            return Optional.empty();
        }
    }

    private Optional<String> byOption(Verification.ByOption verification, Exercise.Part part) {
        var prose = new ProseWriter(scope);
        var right = new ArrayList<String>();
        for (var option : verification.cases()) {
            var condition = insert(option.condition(), Optional.empty());
            if (points(List.of(condition), Optional.empty(), Map.of()).stream().allMatch(at -> truth(condition, at))) {
                right.add(prose.write(option.option()));
            }
        }
        return right.equals(part.answer().value())
                ? Optional.empty()
                : Optional.of("the answer is " + part.answer().value() + ", but the conditions say " + right);
    }

    private Optional<String> agrees(Verification.Agrees v, Optional<Expression> answer) {
        var left = insert(v.left(), answer);
        var right = insert(v.right(), answer);
        for (var each : each(v.each(), answer)) {
            int seen = 0;
            for (var point : points(List.of(left, right), v.approach().map(Verification.Approach::letter), each)) {
                var a = new Numerics().evaluate(left, point);
                var b = v.approach()
                        .map(approach -> approached(right, approach, point))
                        .orElseGet(() -> new Numerics().evaluate(right, point));
                if (!a.isFinite() && !b.isFinite() && !a.agrees(b, TOLERANCE)) {
                    continue;
                }
                seen++;
                if (!a.agrees(b, TOLERANCE)) {
                    return Optional.of(v.left().text() + " is " + a + ", but "
                            + v.right().text() + " is " + b + (point.isEmpty() ? "" : " at " + point));
                }
            }
            if (seen == 0) {
                return Optional.of("neither side has a value at any sample point");
            }
        }
        return Optional.empty();
    }

    private Numeric approached(Expression e, Verification.Approach approach, Map<String, Numeric> point) {
        double target = Numerics.value(insert(approach.target(), Optional.empty()), Map.of())
                .number();
        var numerics = new Numerics();
        return Extrapolation.limit(
                h -> {
                    var at = new HashMap<>(point);
                    at.put(approach.letter(), Numeric.of(h));
                    return numerics.evaluate(e, at);
                },
                target);
    }

    private Optional<String> holds(Verification.Holds v, Optional<Expression> answer) {
        var relation = insert(v.relation(), answer);
        for (var each : each(v.each(), answer)) {
            for (var point : points(List.of(relation), Optional.empty(), each)) {
                if (!truth(relation, point)) {
                    return Optional.of(
                            v.relation().text() + " does not hold" + (point.isEmpty() ? "" : " at " + point));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean truth(Expression relation, Map<String, Numeric> point) {
        return Truth.of(relation, point, TOLERANCE);
    }

    private Expression insert(Formula formula, Optional<Expression> answer) {
        var inserted = scope.insert(formula);
        return answer.map(a -> Substitution.replace(inserted, Map.of(VerificationReader.ANSWER, difference(a))))
                .orElse(inserted);
    }

    /** An equation counts as the difference of its sides. */
    private static Expression difference(Expression answer) {
        return Difference.ofSides(answer).orElse(answer);
    }

    private List<Map<String, Numeric>> each(Optional<Verification.Each> each, Optional<Expression> answer) {
        if (each.isEmpty()) {
            return List.of(Map.of());
        }
        var entries = insert(each.get().entries(), answer);
        return entries.children().stream()
                .map(entry -> Map.of(each.get().letter(), Numerics.value(entry, Map.of())))
                .toList();
    }

    private List<Map<String, Numeric>> points(
            List<Expression> expressions, Optional<String> approached, Map<String, Numeric> given) {
        Set<String> letters = new LinkedHashSet<>();
        expressions.forEach(e -> letters.addAll(Letters.free(e)));
        letters.removeAll(given.keySet());
        approached.ifPresent(letters::remove);
        var points = new ArrayList<Map<String, Numeric>>();
        for (int i = 0; i < (letters.isEmpty() ? 1 : POINTS); i++) {
            var point = new LinkedHashMap<>(given);
            int k = i * 3;
            for (var letter : letters) {
                point.put(letter, SampleValues.of(domains.getOrDefault(letter, Domain.REAL), k++, i));
            }
            points.add(point);
        }
        return points;
    }
}
