package org.nabla.web.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark, as the reader chose; {@code SYSTEM} follows the device. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    /** A cookie comes from outside: what it does not say clearly means nothing. */
    public static Theme of(@Nullable String word) {
        for (Theme theme : values()) {
            if (theme.word().equals(word)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    /** As in the cookie, the form and the {@code data-theme} attribute. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
