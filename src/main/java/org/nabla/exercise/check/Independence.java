package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.numeric.Sameness;
import org.nabla.exercise.reading.VerificationReader;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Verification;
import org.nabla.math.ExpressionSort;

/** Whether {@code verify} speaks of the answer, and by another route than the one that made it. */
final class Independence {

    private Independence() {}

    static List<String> problems(ExerciseTemplate template) {
        var problems = new ArrayList<String>();
        for (var part : template.parts()) {
            boolean choice =
                    part.answer().kind().startsWith("choice") || part.answer().ordersSteps();
            boolean speaks = false;
            for (var verification : part.verify()) {
                speaks |= verification.to(new Speaking(part, choice, problems));
            }
            if (!speaks && !choice && !part.verify().isEmpty()) {
                problems.add("part " + part.id() + ": verify says nothing of the answer; use the name answer in it");
            }
        }
        return problems;
    }

    /** Whether a verification speaks of the answer; what is wrong with it goes to the problems. */
    private record Speaking(ExerciseTemplate.Part part, boolean choice, List<String> problems)
            implements Verification.Visitor<Boolean> {

        @Override
        public Boolean agrees(Verification.Agrees agrees) {
            if (isRepetition(part, agrees)) {
                problems.add(
                        agrees.place()
                                + ": this repeats the formula of the answer; confirm it by another route, such as diff, integrate or a limit of values");
            }
            return mentions(agrees);
        }

        @Override
        public Boolean holds(Verification.Holds holds) {
            return mentions(holds);
        }

        private boolean mentions(Verification verification) {
            return verification.formulas().stream().anyMatch(formula -> mentionsAnswer(part, formula));
        }

        @Override
        public Boolean byOption(Verification.ByOption byOption) {
            return true;
        }

        @Override
        public Boolean byReason(Verification.ByReason reason) {
            if (!choice) {
                problems.add(reason.place() + ": only a choice may be verified by reason");
            }
            return choice;
        }
    }

    private static boolean mentionsAnswer(ExerciseTemplate.Part part, Formula formula) {
        var letters = Sameness.letters(formula.tree());
        return letters.contains(VerificationReader.ANSWER)
                || part.answer().computed().stream()
                        .map(Formula::tree)
                        .anyMatch(tree -> ExpressionSort.of(tree) == ExpressionSort.SYMBOL
                                && letters.contains(Numerics.name(tree)));
    }

    private static boolean isRepetition(ExerciseTemplate.Part part, Verification.Agrees agrees) {
        var right = agrees.right().tree();
        return ExpressionSort.of(right) == ExpressionSort.SYMBOL
                || part.answer().computed().stream()
                        .anyMatch(formula -> formula.tree().equals(right) && !Routes.isNumeric(right));
    }
}
