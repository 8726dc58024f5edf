package org.nabla.signon.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import org.nabla.signon.provider.Provider;

/**
 * A page that goes on to a provider by itself. It answers forms, of which browsers allow no redirect to another site; and a provider
 * may send on to further ones.
 */
final class Onward {

    @CheckedTemplate(basePath = "signon")
    static class Templates {
        static native TemplateInstance onward(String label, String address, boolean out);
    }

    private Onward() {}

    /** @param out whether they are on their way out */
    static Response to(Provider provider, String address, boolean out) {
        return Response.ok(Templates.onward(provider.label(), address, out))
                .header("Cache-Control", "no-store")
                .build();
    }
}
