package org.nabla.web.admission;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request is about, as far as it decides whom it may keep waiting: each kind has places of its own. */
enum RequestKind {
    /** Somebody looks at a page, or a program at an exercise. */
    VIEW,
    /** Something is sent: an answer to be judged, a form to be kept. The algebra system may be asked for long. */
    SEND,
    /** A password is hashed, which keeps a processor busy on purpose. */
    ENTRY;

    private static final List<String> FREE = List.of("/assets/", "/q/");
    private static final List<String> ENTRIES =
            List.of("/sign-in", "/sign-up", "/new-password", "/lost-password", "/account/password");

    /** Empty for files and for what watches the application: it costs next to nothing and never waits. */
    static Optional<RequestKind> of(HttpMethod method, String path) {
        if (FREE.stream().anyMatch(path::startsWith)) {
            return Optional.empty();
        }
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS)) {
            return Optional.of(VIEW);
        }
        var entry = ENTRIES.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
        return Optional.of(entry ? ENTRY : SEND);
    }

    /** As in the metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
