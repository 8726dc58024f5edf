package org.nabla.account.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people call a browser, such as "Firefox on Windows", from what it says of itself. */
final class BrowserName {

    /** What a browser says, and its name; those that also say the names of others come first. */
    private record Said(String word, String name) {}

    private static final List<Said> BROWSERS = List.of(
            new Said("Edg", "Edge"),
            new Said("OPR/", "Opera"),
            new Said("SamsungBrowser/", "Samsung Internet"),
            new Said("Firefox/", "Firefox"),
            new Said("FxiOS/", "Firefox"),
            new Said("CriOS/", "Chrome"),
            new Said("Chrome/", "Chrome"),
            new Said("Safari/", "Safari"));

    private static final List<Said> SYSTEMS = List.of(
            new Said("iPhone", "an iPhone"),
            new Said("iPad", "an iPad"),
            new Said("Android", "Android"),
            new Said("CrOS", "a Chromebook"),
            new Said("Windows", "Windows"),
            new Said("Mac OS X", "a Mac"),
            new Said("Linux", "Linux"));

    private BrowserName() {}

    /** The name; "Another program" for what is no browser that we know. */
    static String of(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent;
        var browser = first(BROWSERS, said);
        var system = first(SYSTEMS, said);
        return browser.map(name -> system.map(on -> name + " on " + on).orElse(name))
                .orElseGet(() -> system.map(on -> "Another program on " + on).orElse("Another program"));
    }

    private static Optional<String> first(List<Said> words, String said) {
        return words.stream()
                .filter(word -> said.contains(word.word()))
                .map(Said::name)
                .findFirst();
    }
}
