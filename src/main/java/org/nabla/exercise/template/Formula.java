package org.nabla.exercise.template;

import java.util.Optional;
import org.nabla.exercise.Place;
import org.nabla.math.Expression;

/** An author's formula: as it was written, as it was read, and where. */
public record Formula(String text, Expression tree, Place place) implements Content {

    @Override
    public <T> T to(Visitor<T> visitor) {
        return visitor.formula(this);
    }

    @Override
    public Optional<Formula> computed() {
        return Optional.of(this);
    }
}
