package org.nabla.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseCatalogue;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.ExerciseTemplate;
import org.nabla.exercise.Seed;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.ProgressService;

/** Chooses what comes next. */
@ApplicationScoped
class ExerciseChoice {
    /** How many templates are asked for one that is ready, before the first is made on the spot. */
    private static final int LOOKS = 5;

    private final ExerciseCatalogue catalogue;
    private final ProgressService progress;
    private final ExerciseStore exercises;
    private final RandomGenerator chance;
    private final Clock clock;

    ExerciseChoice(
            ExerciseCatalogue catalogue,
            ProgressService progress,
            ExerciseStore exercises,
            RandomGenerator chance,
            Clock clock) {
        this.catalogue = catalogue;
        this.progress = progress;
        this.exercises = exercises;
        this.chance = chance;
        this.clock = clock;
    }

    /** The address of an exercise that is not of the template answered last. */
    String next(Optional<UserId> learner) {
        var last = learner.flatMap(progress::lastTemplate);
        var others = catalogue.all().stream()
                .map(ExerciseTemplate::id)
                .filter(id -> !last.equals(Optional.of(id)))
                .toList();
        var ids = others.isEmpty()
                ? catalogue.all().stream().map(ExerciseTemplate::id).toList()
                : others;
        if (ids.isEmpty()) {
            return "/skills";
        }
        return variantOf(ids.get(chance.nextInt(ids.size())), Optional.empty()).orElse("/skills");
    }

    /**
     * The address of a variant of a template, chosen by chance.
     *
     * @param after the variant that was just seen, which is not chosen again where there are others
     * @return empty where there is no such template
     */
    Optional<String> variantOf(ExerciseId template, Optional<Integer> after) {
        return catalogue.find(template).map(found -> {
            var ready = exercises.ready(template).stream()
                    .map(Seed::value)
                    .filter(seed -> !after.equals(Optional.of(seed)))
                    .toList();
            return address(
                    template, ready.isEmpty() ? chance.nextInt(Seed.COUNT) : ready.get(chance.nextInt(ready.size())));
        });
    }

    /** Where an exercise is. */
    record Address(ExerciseId template, Seed seed) {}

    /** An exercise for somebody who has just come: easy, another each day, and one that is ready where there is one. */
    Optional<Address> toTry() {
        var easy = catalogue.all().stream()
                .filter(template -> template.level() <= 2 && template.parts().size() == 1)
                .map(ExerciseTemplate::id)
                .sorted(Comparator.comparing(ExerciseId::value))
                .toList();
        if (easy.isEmpty()) {
            return Optional.empty();
        }
        var day = Math.floorMod(LocalDate.now(clock).toEpochDay(), easy.size());
        for (var i = 0; i < Math.min(easy.size(), LOOKS); i++) {
            var template = easy.get((day + i) % easy.size());
            var ready = exercises.ready(template);
            if (!ready.isEmpty()) {
                return Optional.of(new Address(template, ready.get(0)));
            }
        }
        return Optional.of(new Address(easy.get(day), new Seed(0)));
    }

    private static String address(ExerciseId template, int seed) {
        return "/practice/" + template + "/" + seed;
    }
}
