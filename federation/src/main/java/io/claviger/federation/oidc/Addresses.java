package io.claviger.federation.oidc;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Which addresses an issuer may have, so that nobody who registers an issuer makes the server call its neighbours. */
public enum Addresses {
    /** Those of the internet alone. */
    PUBLIC {
        @Override
        boolean allow(InetAddress address) {
            return !isPrivate(address);
        }
    },
    /** Those of the company's network and of this machine too. */
    ANY {
        @Override
        boolean allow(InetAddress address) {
            return true;
        }
    };

    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int UNIQUE_LOCAL = 0xFC;
    private static final int NAT64_LENGTH = 12;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    /** Whether the server may connect to the address. */
    abstract boolean allow(InetAddress address);

    /** Loopback, link-local, private, shared, reserved: RFC 1918, 4193, 6598, 6890. */
    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return address instanceof Inet6Address ? isPrivate6(bytes) : isPrivate4(bytes);
    }

    private static boolean isPrivate4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        return first == 0
                || (first == 100 && (second & 0xC0) == 64)
                || (first == 192 && second == 0 && third == 0)
                || (first == 198 && (second & 0xFE) == 18)
                || first >= 240;
    }

    private static boolean isPrivate6(byte[] bytes) {
        boolean isTranslated = Arrays.equals(Arrays.copyOf(bytes, NAT64_LENGTH), NAT64);
        return (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL || isTranslated;
    }
}
