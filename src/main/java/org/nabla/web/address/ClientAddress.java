package org.nabla.web.address;

import io.netty.util.NetUtil;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, for counting: who guesses passwords or asks too often is slowed by it. */
@Singleton
public class ClientAddress {
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";
    /** Bytes of an IPv6 address that name a network: a household has a whole one. */
    private static final int NETWORK_BYTES = 8;

    private final boolean behindProxy;
    private final boolean anyProxy;
    private final List<Network> proxies;
    private final ForwardedHops hops;

    @Inject
    ClientAddress(VertxHttpConfig config, @ConfigProperty(name = TRUSTED) Optional<List<String>> proxies) {
        this(config.proxy().proxyAddressForwarding(), proxies, ForwardedHops.of(config.proxy()));
    }

    ClientAddress(boolean behindProxy, Optional<List<String>> proxies, ForwardedHops hops) {
        this.behindProxy = behindProxy;
        this.anyProxy = proxies.isEmpty();
        this.proxies = proxies.orElse(List.of()).stream().flatMap(Network::read).toList();
        this.hops = hops;
    }

    /** An IPv4 address, or the network of an IPv6 address. */
    public String of(HttpServerRequest request) {
        var peer = request.connection().remoteAddress();
        return of(peer == null ? null : peer.hostAddress(), request.headers());
    }

    /**
     * The last hop that a trusted proxy vouches for. A proxy appends the address that it saw to what the visitor sent, so only
     * what stands right of all strangers is true; the leftmost entry, which Quarkus takes, is whatever the visitor likes.
     *
     * @param peer who holds the connection
     */
    String of(@Nullable String peer, MultiMap headers) {
        var client = peer;
        if (behindProxy && (anyProxy || isProxy(peer))) {
            for (var hop : hops.nearestFirst(headers)) {
                client = hop;
                if (!isProxy(client)) {
                    break;
                }
            }
        }
        return counted(client);
    }

    private boolean isProxy(@Nullable String address) {
        var bytes = bytes(address);
        return bytes.isPresent() && proxies.stream().anyMatch(network -> network.contains(bytes.get()));
    }

    private static String counted(@Nullable String address) {
        return bytes(address)
                .map(bytes -> bytes.length > NETWORK_BYTES
                        ? NetUtil.bytesToIpAddress(Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), bytes.length))
                        : NetUtil.bytesToIpAddress(bytes))
                .orElse("unknown");
    }

    /** IPv4 that was written as IPv6 is IPv4. */
    private static Optional<byte[]> bytes(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(address))
                .map(bytes -> {
                    try {
                        return InetAddress.getByAddress(bytes).getAddress();
                    } catch (UnknownHostException e) {
                        throw new IllegalStateException(e); // only for arrays of another length
                    }
                });
    }

    /**
     * Addresses that begin alike.
     *
     * @param bits how many bits of the prefix count
     */
    private record Network(byte[] prefix, int bits) {

        /**
         * An address, or one with the number of its bits behind a slash. A name stands for the addresses that it has when the
         * application starts, and for none where it has none: then nobody is believed by it.
         */
        static Stream<Network> read(String text) {
            int slash = text.indexOf('/');
            var host = (slash < 0 ? text : text.substring(0, slash)).strip();
            var addresses = bytes(host).map(Stream::of).orElseGet(() -> named(host));
            return addresses.map(bytes -> new Network(
                    bytes,
                    slash < 0
                            ? bytes.length * Byte.SIZE
                            : Integer.parseInt(text.substring(slash + 1).strip())));
        }

        private static Stream<byte[]> named(String host) {
            try {
                return Arrays.stream(InetAddress.getAllByName(host)).map(InetAddress::getAddress);
            } catch (UnknownHostException e) {
                Log.warnf("%s: there is no host %s, so no proxy is believed by this name", TRUSTED, host);
                return Stream.empty();
            }
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << Byte.SIZE - 1 - bit % Byte.SIZE;
                if (((address[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
