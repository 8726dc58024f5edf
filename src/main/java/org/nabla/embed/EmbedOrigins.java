package org.nabla.embed;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The sites whose pages may show exercises in a frame. A setting that names no site ends the start, and says which. */
@Singleton
@Startup
class EmbedOrigins {
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    private static final List<String> HERE = List.of("localhost", "127.0.0.1");
    private static final int HIGHEST_PORT = 65_535;

    private final List<String> origins;

    EmbedOrigins(EmbedConfig config) {
        origins = config.origins().orElse(List.of()).stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(EmbedOrigins::origin)
                .distinct()
                .toList();
    }

    /** What stands behind {@code frame-ancestors}. */
    String ancestors() {
        return origins.isEmpty() ? "'none'" : String.join(" ", origins);
    }

    boolean isEmpty() {
        return origins.isEmpty();
    }

    /**
     * One origin as browsers compare it.
     *
     * @throws IllegalArgumentException for anything else, so that nothing slips into the header
     */
    static String origin(String typed) {
        try {
            var uri = URI.create(typed.replaceFirst("/$", ""));
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
            var host = IDN.toASCII(authority.replaceFirst(":[0-9]{1,5}$", "")).toLowerCase(Locale.ROOT);
            var port = authority.matches(".*:[0-9]{1,5}") ? authority.replaceFirst(".*:", "") : "";
            var secure = scheme.equals("https") || scheme.equals("http") && HERE.contains(host);
            if (secure
                    && HOST.matcher(host).matches()
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (port.isEmpty() || Integer.parseInt(port) <= HIGHEST_PORT)) {
                return scheme + "://" + host + (port.isEmpty() ? "" : ":" + port);
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw new IllegalArgumentException("nabla.embed.origins: " + typed
                + " is no site that can be allowed. Write https, the host and, where it is another one, the port:"
                + " https://calculus.example.edu. Plain http is for localhost alone.");
    }
}
