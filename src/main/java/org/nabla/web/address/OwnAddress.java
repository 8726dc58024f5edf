package org.nabla.web.address;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a form leads back to: a path of this site, never an address of somebody else. */
public record OwnAddress(String path) {

    /** Neither {@code //elsewhere} nor {@code /\elsewhere}, which browsers take for another site. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\w/.~-]*(\\?[\\w=&.~%-]*)?");

    /** What came from outside; the first page where it is no path of ours. */
    public static OwnAddress of(@Nullable String typed) {
        return new OwnAddress(typed != null && PATH.matcher(typed).matches() ? typed : "/");
    }

    public URI uri() {
        return URI.create(path);
    }

    /** As it stands in the query of another address. */
    public String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Whether what somebody typed is on its way there, in the query. */
    public boolean keepsTyped() {
        return path.contains("?kept=");
    }
}
