package org.nabla.classroom.times;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * What a learner needs in every assignment of a course: it applies by itself.
 *
 * @param factor by how much the time of timed work is multiplied, 1 to 3
 * @param extraDays how many days are added to the date of each assignment
 */
public record Accommodation(double factor, int extraDays) {
    public static final double MOST_FACTOR = 3;
    public static final int MOST_DAYS = 60;
    public static final Accommodation NONE = new Accommodation(1, 0);

    public Accommodation {
        if (!(factor >= 1 && factor <= MOST_FACTOR) || extraDays < 0 || extraDays > MOST_DAYS) {
            throw new IllegalArgumentException("no accommodation: " + factor + ", " + extraDays);
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** The factor as people write it: {@code 1.25}, {@code 2}. */
    public String factorText() {
        return String.format(Locale.ROOT, "%.2f", factor).replaceFirst("\\.?0+$", "");
    }

    /** What stands after “You have”; empty where there is nothing to say. */
    public Optional<String> words() {
        var parts = new ArrayList<String>();
        if (factor > 1) {
            parts.add(factorText() + " times the time for timed work");
        }
        if (extraDays > 0) {
            parts.add(extraDays + (extraDays == 1 ? " more day" : " more days") + " for each assignment");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", parts));
    }
}
