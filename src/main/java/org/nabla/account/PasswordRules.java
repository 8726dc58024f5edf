package org.nabla.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are refused: short ones, and those that a thief tries first. No rule on which kinds of characters are in it. */
@Singleton
public class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    private final Set<String> common;

    PasswordRules() {
        try {
            common = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .filter(password -> password.length() >= SHORTEST)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the password is refused, in a sentence; empty where it is good. */
    public Optional<String> objection(String password, List<String> known) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(
                    "Take at least " + SHORTEST + " characters. A few words in a row are easy to keep in mind.");
        }
        if (length > LONGEST) {
            return Optional.of("Take at most " + LONGEST + " characters.");
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (common.contains(plain) || plain.chars().distinct().count() < 3) {
            return Optional.of("This is among the first passwords that a thief tries. Take another one.");
        }
        if (known.stream().anyMatch(word -> plain.equals(word.toLowerCase(Locale.ROOT)))) {
            return Optional.of("Everybody can guess this: it is your login or name. Take another one.");
        }
        return Optional.empty();
    }
}
