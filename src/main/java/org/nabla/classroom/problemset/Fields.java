package org.nabla.classroom.problemset;

import jakarta.ws.rs.NotFoundException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what stands in addresses and in the fields of forms. */
public final class Fields {
    private Fields() {}

    /** A number in an address; what is none is no page. */
    public static long number(String text) {
        if (!text.matches("[1-9][0-9]{0,9}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(text);
    }

    public static OptionalInt whole(String text, int from, int to) {
        if (!text.strip().matches("[0-9]{1,4}")) {
            return OptionalInt.empty();
        }
        var number = Integer.parseInt(text.strip());
        return number < from || number > to ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** With a point or a comma, cut to hundredths. */
    public static Optional<Double> decimal(String text, double from, double to) {
        var plain = text.strip().replace(',', '.');
        if (!plain.matches("[0-9]{1,5}(\\.[0-9]{0,6})?|\\.[0-9]{1,6}")) {
            return Optional.empty();
        }
        var number = new BigDecimal(plain).setScale(2, RoundingMode.HALF_UP).doubleValue();
        return number < from || number > to ? Optional.empty() : Optional.of(number);
    }

    /** Per cent as a share. */
    public static Optional<Double> share(String text) {
        return decimal(text.replace("%", ""), 0, 100).map(percent -> percent / 100);
    }

    /** One line of text without what cannot be seen. */
    public static String line(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
    }
}
