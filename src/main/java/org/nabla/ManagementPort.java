package org.nabla;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The port of health and metrics. Another one is taken where the usual one is in use, so that a second copy on the same machine
 * starts; where somebody chose the port, it is that one or none.
 */
final class ManagementPort {
    private static final String PORT = "quarkus.management.port";

    /** Of application.properties; what somebody sets stands above it. */
    private static final int SHIPPED = 250;

    private ManagementPort() {}

    /** Why the application cannot start, for whoever started it; empty where it can. */
    static Optional<String> settle(Config config) {
        var set = config.getConfigValue(PORT);
        if (set.getValue() == null || set.getValue().equals("0")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(set.getValue());
        var host =
                config.getOptionalValue("quarkus.management.host", String.class).orElse("0.0.0.0");
        try {
            if (isFree(host, port)) {
                return Optional.empty();
            }
            if (set.getSourceOrdinal() > SHIPPED) {
                return Optional.of(
                        "Port " + port + " of " + host
                                + " is in use already. Health and metrics need it: set quarkus.management.port to another one.");
            }
            System.setProperty(PORT, String.valueOf(anyFree(host)));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("Health and metrics have no port on " + host + ": " + e.getMessage());
        }
    }

    private static boolean isFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree(String host) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
            return socket.getLocalPort();
        }
    }
}
