package org.nabla.exercise;

import java.util.regex.Pattern;

/** The name of an exercise template, as in its file name and its address: {@code directional-derivative}. */
public record ExerciseId(String value) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ExerciseId {
        if (value.length() > 80 || !SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException("not an exercise id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
