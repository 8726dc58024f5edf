package org.nabla.exercise.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.generator.NameScope;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.NotMadeException;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.Cas;
import org.nabla.math.writing.TextWriter;

/**
 * What another route than the one that made an exercise says of it: each derived value by numbers (difference quotients,
 * quadrature, extrapolation) or, for equations that were solved, by the algebra system; each answer by what its template
 * says under {@code verify}.
 */
public final class SecondOpinion {
    private static final int LONGEST = 300;

    private final Cas cas;
    private final Duration budget;

    /** @param budget the most time that the algebra system may take for one value */
    public SecondOpinion(Cas cas, Duration budget) {
        this.cas = cas;
        this.budget = budget;
    }

    /**
     * An opinion.
     *
     * @param disagreements what the other route finds otherwise, in words for whoever mends it; empty when all is confirmed
     * @param confirmed how many derived values the other route confirms
     * @param open derived values for which there is no other route
     */
    public record Opinion(List<String> disagreements, int confirmed, List<String> open) {
        public boolean agrees() {
            return disagreements.isEmpty();
        }

        /** What disagrees, as one text of bounded length. */
        public String summary() {
            return shortened(String.join("; ", disagreements), 4 * LONGEST);
        }
    }

    /** @throws NotMadeException if the algebra system is needed and away */
    public Opinion of(ExerciseTemplate template, ExerciseGenerator.Work work) {
        try {
            var opinion = derived(template, work);
            answers(template, work, opinion.disagreements());
            return opinion;
        } catch (AlgebraAwayException e) {
            throw new NotMadeException(template.id(), work.exercise().seed(), e);
        }
    }

    private Opinion derived(ExerciseTemplate template, ExerciseGenerator.Work work) {
        var disagreements = new ArrayList<String>();
        var open = new ArrayList<String>();
        var witness = new ValueWitness(work.scope().domains(), cas, budget);
        int confirmed = 0;
        for (var derived : work.scope().derived()) {
            switch (witness.say(derived)) {
                case AGREES -> confirmed++;
                case DISAGREES -> disagreements.add(words(derived));
                case OPEN -> open.add(words(derived));
            }
        }
        return new Opinion(disagreements, confirmed, open);
    }

    private static String words(NameScope.Derived derived) {
        return shortened(
                TextWriter.write(derived.formula()) + " was found to be " + TextWriter.write(derived.value()), LONGEST);
    }

    private static void answers(ExerciseTemplate template, ExerciseGenerator.Work work, List<String> disagreements) {
        var verifier = new Verifier(template, work.scope());
        Map<String, ExerciseTemplate.Part> parts =
                template.parts().stream().collect(Collectors.toMap(ExerciseTemplate.Part::id, part -> part));
        for (var made : work.exercise().parts()) {
            var key = Optional.ofNullable(work.answers().get(made.id()));
            var part = Objects.requireNonNull(parts.get(made.id()), "each part that is made stands in the template");
            for (var verification : part.verify()) {
                verifier.problem(verification, made, key)
                        .ifPresent(problem -> disagreements.add("part " + made.id() + ": " + problem));
            }
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " …";
    }
}
