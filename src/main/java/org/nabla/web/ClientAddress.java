package org.nabla.web;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, for counting: who guesses passwords or asks too often is slowed by it. */
@Singleton
public class ClientAddress {
    /** Bytes of an IPv6 address that name a network: a household has a whole one. */
    private static final int NETWORK_BYTES = 8;

    private final boolean behindProxy;
    private final List<Network> proxies;

    ClientAddress(
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean behindProxy,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies) {
        this.behindProxy = behindProxy;
        this.proxies = proxies.orElse(List.of()).stream()
                .map(Network::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** An IPv4 address, or the network of an IPv6 address. */
    public String of(HttpServerRequest request) {
        var peer = request.connection().remoteAddress();
        return of(peer == null ? null : peer.hostAddress(), request.headers().getAll("X-Forwarded-For"));
    }

    /**
     * The last hop that a trusted proxy vouches for. A proxy appends the address that it saw to what the visitor sent, so only
     * what stands right of all strangers is true; the leftmost entry is whatever the visitor likes.
     *
     * @param peer who holds the connection
     * @param forwarded the values of the header, in their order
     */
    String of(@Nullable String peer, List<String> forwarded) {
        var client = peer;
        if (behindProxy && (proxies.isEmpty() || isProxy(peer))) {
            var hops = forwarded.stream()
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .toList();
            for (int i = hops.size() - 1; i >= 0; i--) {
                client = hops.get(i);
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
        var plain =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(plain))
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

        /** An address, or one with the number of its bits behind a slash; a name of a host is none. */
        static Optional<Network> read(String text) {
            int slash = text.indexOf('/');
            var address = bytes((slash < 0 ? text : text.substring(0, slash)).strip());
            return address.map(bytes -> new Network(
                    bytes,
                    slash < 0
                            ? bytes.length * Byte.SIZE
                            : Integer.parseInt(text.substring(slash + 1).strip())));
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
