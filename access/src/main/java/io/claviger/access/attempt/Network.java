package io.claviger.access.attempt;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where an attempt to sign in came from, as far as one person's addresses go: an IPv4 address, or the 64 leading bits of
 * an IPv6 address, since a customer of a provider has at least as many addresses as those leave.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6177">RFC 6177, IPv6 address assignment to end sites</a>
 */
public record Network(String prefix) {

    private static final int IPV6_BYTES = 16;
    private static final int PREFIX_BYTES = 8;

    /** Of the address of a TCP connection's other end; a text that is no address is a network of its own. */
    public static Network of(String peer) {
        try {
            byte[] address =
                    InetAddress.ofLiteral(peer.replaceAll("[\\[\\]]|%.*", "")).getAddress();
            return address.length == IPV6_BYTES
                    ? new Network(HexFormat.of().formatHex(Arrays.copyOf(address, PREFIX_BYTES)))
                    : new Network(HexFormat.of().formatHex(address));
        } catch (IllegalArgumentException noAddress) {
            return new Network(peer);
        }
    }
}
