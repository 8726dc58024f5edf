package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.generator.AnswerMaker;
import org.nabla.exercise.numeric.Sameness;
import org.nabla.exercise.reading.VerificationReader;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Verification;
import org.nabla.math.Expression;

/** Whether {@code verify} speaks of the answer, and by another route than the one that made it. */
final class Independence {

    private Independence() {}

    static List<String> problems(ExerciseTemplate template) {
        var problems = new ArrayList<String>();
        for (var part : template.parts()) {
            boolean choice = part.answer().kind().startsWith("choice")
                    || part.answer().kind().equals(AnswerMaker.ORDER);
            boolean speaks = false;
            for (var verification : part.verify()) {
                if (verification instanceof Verification.Agrees agrees) {
                    speaks |= mentionsAnswer(part, agrees.left())
                            || mentionsAnswer(part, agrees.right())
                            || goesThroughAnswer(part, agrees.each());
                    if (isRepetition(part, agrees)) {
                        problems.add(
                                agrees.place()
                                        + ": this repeats the formula of the answer; confirm it by another route, such as diff, integrate or a limit of values");
                    }
                } else if (verification instanceof Verification.Holds holds) {
                    speaks |= mentionsAnswer(part, holds.relation()) || goesThroughAnswer(part, holds.each());
                } else if (verification instanceof Verification.ByReason reason && !choice) {
                    problems.add(reason.place() + ": only a choice may be verified by reason");
                } else {
                    speaks = true;
                }
            }
            if (!speaks && !choice && !part.verify().isEmpty()) {
                problems.add("part " + part.id() + ": verify says nothing of the answer; use the name answer in it");
            }
        }
        return problems;
    }

    private static boolean mentionsAnswer(ExerciseTemplate.Part part, Formula formula) {
        var letters = Sameness.letters(formula.tree());
        return letters.contains(VerificationReader.ANSWER)
                || part.answer().value().stream()
                        .filter(Formula.class::isInstance)
                        .map(c -> ((Formula) c).tree())
                        .anyMatch(tree -> tree instanceof Expression.Symbol s && letters.contains(s.name()));
    }

    private static boolean goesThroughAnswer(ExerciseTemplate.Part part, Optional<Verification.Each> each) {
        return each.filter(e -> mentionsAnswer(part, e.entries())).isPresent();
    }

    private static boolean isRepetition(ExerciseTemplate.Part part, Verification.Agrees agrees) {
        var right = agrees.right().tree();
        return right instanceof Expression.Symbol
                || part.answer().value().stream()
                        .filter(Formula.class::isInstance)
                        .anyMatch(c -> ((Formula) c).tree().equals(right) && !Routes.isNumeric(right));
    }
}
