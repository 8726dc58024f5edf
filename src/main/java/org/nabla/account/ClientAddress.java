package org.nabla.account;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/** Where a request comes from, for counting failures. */
public final class ClientAddress {

    private static final int NETWORK_PARTS = 4;

    private ClientAddress() {}

    /** Behind a proxy that is configured, what the proxy says. Of IPv6 the network: a household has a whole one. */
    public static String of(HttpServerRequest request) {
        var address = request.remoteAddress().hostAddress();
        if (address == null) {
            return "unknown";
        }
        return address.contains(":")
                ? String.join(
                        ":",
                        Arrays.asList(address.split(":")).stream()
                                .limit(NETWORK_PARTS)
                                .toList())
                : address;
    }
}
