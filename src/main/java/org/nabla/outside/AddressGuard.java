package org.nabla.outside;

import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which servers may be called. Addresses are typed by people and sent by other servers: with one of the own
 * network this site would read for them what they cannot reach themselves.
 */
@Singleton
public class AddressGuard {
    private static final int LONGEST = 1000;
    private static final int TYPICAL_TLS_PORT = 443;
    private static final int TYPICAL_PORT = 80;

    private final Set<String> trusted;

    AddressGuard(OutsideConfig config) {
        trusted = Set.copyOf(config.trustedHosts().orElse(Set.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Where to connect: the very address that was looked at, so that the name cannot mean another one a moment later. */
    record Target(URI uri, String host, int port, boolean tls, InetAddress address) {}

    /** Why such an address cannot be called, in a sentence; empty where it can. Asks no other server. */
    public Optional<String> objection(String typed) {
        try {
            form(typed);
            return Optional.empty();
        } catch (OutsideException e) {
            return Optional.of(e.sentence());
        }
    }

    /**
     * Looks the host up.
     *
     * @throws OutsideException where it must not be called
     */
    Target check(String address) {
        var uri = form(address);
        var host = host(uri);
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? TYPICAL_TLS_PORT : TYPICAL_PORT;
        var found = lookUp(host);
        if (!trusted.contains(host) && !found.stream().allMatch(AddressGuard::isPublic)) {
            throw new OutsideException(
                    "The address of " + host + " is in a private network, where Nabla calls nobody.");
        }
        return new Target(uri, host, port, tls, found.get(0));
    }

    private URI form(String typed) {
        URI uri;
        try {
            uri = new URI(typed.strip());
        } catch (URISyntaxException e) {
            throw new OutsideException("This is no address. It begins with https:// and has no blanks.", e);
        }
        var scheme = uri.getScheme();
        if (scheme == null || uri.getHost() == null || typed.length() > LONGEST) {
            throw new OutsideException("This is no address. It begins with https:// and has no blanks.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new OutsideException("The address must not have a name, a password or a # in it.");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && trusted.contains(host(uri)))) {
            throw new OutsideException("The address must begin with https://, or anybody between could read along.");
        }
        return uri;
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static List<InetAddress> lookUp(String host) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new OutsideException("There is no server with the name " + host + ".", e);
        }
    }

    /** Whether an address belongs to the open internet and to one machine. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPublic4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
                : address instanceof Inet6Address && isPublic6(bytes);
    }

    /** Not: 0/8, 100.64/10 of carriers, 192.0.0/24, 192.0.2/24, 198.18/15, 198.51.100/24, 203.0.113/24, 240/4. */
    private static boolean isPublic4(int a, int b, int c) {
        return a != 0
                && !(a == 100 && b >= 64 && b < 128)
                && !(a == 192 && b == 0 && (c == 0 || c == 2))
                && !(a == 198 && (b == 18 || b == 19))
                && !(a == 198 && b == 51 && c == 100)
                && !(a == 203 && b == 0 && c == 113)
                && a < 240;
    }

    /** Only 2000::/3, without 2001::/23, 2001:db8::/32 and 2002::/16, in which IPv4 addresses can hide. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return first >= 0x2000
                && first < 0x4000
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8));
    }
}
