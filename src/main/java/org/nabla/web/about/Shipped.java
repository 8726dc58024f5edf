package org.nabla.web.about;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is shipped with the site, read once from the lists that the build wrote beside the classes. */
@Singleton
class Shipped {

    private final List<Library> jars = read("/THIRD-PARTY.txt", Library::ofJar);
    private final List<Library> scripts = read("/THIRD-PARTY-WEB.txt", Library::ofBundle);

    List<Library> jars() {
        return jars;
    }

    List<Library> scripts() {
        return scripts;
    }

    /** The licence of the site itself, word for word. */
    String licence() {
        return text("/LICENSE");
    }

    private static List<Library> read(String list, Function<String, Optional<Library>> entry) {
        return text(list).lines().map(entry).flatMap(Optional::stream).toList();
    }

    private static String text(String name) {
        try (var in = Shipped.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
