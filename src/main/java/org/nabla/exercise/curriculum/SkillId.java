package org.nabla.exercise.curriculum;

import java.util.regex.Pattern;

/** The name of a skill in files and addresses: two letters for its part of the curriculum and a number, {@code DF17}. */
public record SkillId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}");

    public SkillId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a skill id: " + value);
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
