package org.nabla.classroom;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers in addresses. */
public final class CourseNumber {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private CourseNumber() {}

    /** Empty for what cannot be the number of anything, which is then as unknown as any other. */
    public static Optional<Long> parse(String typed) {
        return FORM.matcher(typed).matches() ? Optional.of(Long.valueOf(typed)) : Optional.empty();
    }
}
