package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.check.TemplateCheck.Problem;
import org.nabla.exercise.check.TemplateReport.Check;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.template.ExerciseTemplate;

/** Whether there are enough mistakes, and whether they survive the drawn values. */
final class MistakeCount {

    private MistakeCount() {}

    static List<Problem> problems(ExerciseTemplate template, List<ExerciseGenerator.Work> works) {
        var problems = new ArrayList<Problem>();
        int written =
                template.parts().stream().mapToInt(p -> p.mistakes().size()).sum();
        if (written < 2) {
            problems.add(Problem.failure(Check.MISTAKES, "give at least two mistakes with feedback"));
        }
        if (works.isEmpty() || written == 0) {
            return problems;
        }
        int without = 0;
        int left = 0;
        for (var work : works) {
            int here = work.exercise().parts().stream()
                    .mapToInt(p -> p.answer().mistakes().size())
                    .sum();
            left += here;
            without += here == 0 ? 1 : 0;
        }
        for (var part : template.parts()) {
            for (int i = 0; i < part.mistakes().size(); i++) {
                int index = i;
                if (works.stream()
                        .noneMatch(w ->
                                w.mistakes().getOrDefault(part.id(), List.of()).contains(index))) {
                    problems.add(Problem.failure(
                            Check.MISTAKES,
                            part.mistakes().get(i).place()
                                    + ": this mistake is never one: it is right, or the same as another"));
                }
            }
        }
        double share = (double) left / works.size() / written;
        if (without * 10 > works.size()) {
            problems.add(Problem.failure(
                    Check.MISTAKES,
                    without + " of " + works.size()
                            + " exercises have no mistake left: they coincide with the answer or each other"));
        } else if (share < 0.6) {
            problems.add(Problem.note(
                    Check.MISTAKES,
                    "only " + Math.round(100 * share)
                            + " % of the mistakes are left on average: the others coincide for the drawn values"));
        }
        return problems;
    }
}
