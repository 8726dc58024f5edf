package org.nabla.gradebook.weights;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.classroom.CourseCopied;
import org.nabla.gradebook.marks.Weighing;
import org.nabla.gradebook.marks.WeighingRepository;

/** Categories and weights of a course are those of its copy too, with the assignments of the copy in them. */
@Singleton
class WeightsOfCopies {
    private final WeighingRepository weights;

    WeightsOfCopies(WeighingRepository weights) {
        this.weights = weights;
    }

    void copied(@Observes CourseCopied copy) {
        var categories = weights.of(copy.from()).categories().stream()
                .map(category -> copied(category, copy.assignments()))
                .toList();
        weights.replace(copy.into(), new Weighing(categories));
    }

    private static Weighing.Category copied(Weighing.Category category, Map<Long, Long> assignments) {
        return new Weighing.Category(
                category.id(),
                category.title(),
                category.weight(),
                category.drop(),
                category.assignments().stream()
                        .flatMap(old -> Optional.ofNullable(assignments.get(old)).stream())
                        .collect(Collectors.toSet()));
    }
}
