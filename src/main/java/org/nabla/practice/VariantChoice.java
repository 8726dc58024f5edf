package org.nabla.practice;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.practice.next.VariantOrder;
import org.nabla.progress.ProgressService;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.Shelves;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** Chooses one of the variants of a template. */
@Singleton
public class VariantChoice {
    /** How many templates are asked for one that is ready, before the first is made on the spot. */
    private static final int LOOKS = 5;

    private final ExerciseCatalogue catalogue;
    private final Shelves shelves;
    private final ProgressService progress;
    private final ExerciseStore exercises;
    private final Supply supply;
    private final Statements statements;
    private final RandomGenerator chance;
    private final Clock clock;

    VariantChoice(
            ExerciseCatalogue catalogue,
            Shelves shelves,
            ProgressService progress,
            ExerciseStore exercises,
            Supply supply,
            Statements statements,
            RandomGenerator chance,
            Clock clock) {
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.progress = progress;
        this.exercises = exercises;
        this.supply = supply;
        this.statements = statements;
        this.chance = chance;
        this.clock = clock;
    }

    /**
     * The address of a variant of a template that the learner has not seen; of a stranger, by chance.
     *
     * @param after the variant that was just seen, which is not chosen again where there are others
     * @return empty where there is no such template
     */
    Optional<String> of(Optional<UserId> learner, ExerciseId template, Optional<Long> after) {
        return catalogue.find(template).or(() -> shelves.find(template)).map(found -> {
            learner.ifPresent(id -> statements.ahead(
                    Select.all(exercises.readyAsked(template), List.of(ProgressService.seenAsked(id, template)))));
            var ready = exercises.ready(template).stream()
                    .filter(seed -> !after.equals(Optional.of(seed.value())))
                    .toList();
            return address(
                    template,
                    learner.map(id -> unseen(id, template, ready, after)).orElseGet(() -> byChance(ready)));
        });
    }

    private long unseen(UserId learner, ExerciseId template, List<Seed> ready, Optional<Long> after) {
        var order = new VariantOrder(learner.value(), template);
        var seen = new HashSet<>(progress.seen(learner, template));
        after.filter(seed -> seed >= 0).map(Seed::new).ifPresent(seen::add);
        supply.look(order, template, ready, seen);
        return order.next(ready, seen).value();
    }

    private long byChance(List<Seed> ready) {
        return ready.isEmpty()
                ? chance.nextInt(Seed.COUNT)
                : ready.get(chance.nextInt(ready.size())).value();
    }

    /** The address of a variant that is shown at once; empty where none is ready. */
    Optional<String> ready(ExerciseId template) {
        return exercises.ready(template).stream().findFirst().map(seed -> address(template, seed.value()));
    }

    /** Where an exercise is. */
    public record Address(ExerciseId template, Seed seed) {}

    /** An exercise for somebody who has just come: easy, another each day, and one that is ready where there is one. */
    public Optional<Address> toTry() {
        var easy = catalogue.all().stream()
                .filter(template -> template.level() == 1 && template.partCount() == 1)
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

    private static String address(ExerciseId template, long seed) {
        return "/practice/" + template + "/" + seed;
    }
}
