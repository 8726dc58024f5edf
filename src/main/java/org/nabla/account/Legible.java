package org.nabla.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Letters and digits by chance, without those that look like others: they are read from paper and typed. */
public final class Legible {

    private static final String ALPHABET = "34679acdefghjkmnpqrtwxy";

    private Legible() {}

    /** So many of them; each is worth four and a half bits. */
    public static String letters(SecureRandom chance, int count) {
        return chance.ints(count, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
