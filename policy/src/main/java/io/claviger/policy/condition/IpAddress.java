package io.claviger.policy.condition;

import org.jspecify.annotations.Nullable;

/**
 * An IP address as 128 bits; an IPv4 address is its IPv4-mapped IPv6 address (RFC 4291, section 2.5.5.2).
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
record IpAddress(long high, long low) {

    private static final long MAPPED = 0xFFFFL << 32;
    private static final int MAX_LENGTH = 45;

    /** Whether this is an IPv4 address, also one that was written as IPv6. */
    boolean ipv4() {
        return high == 0 && low >>> 32 == 0xFFFFL;
    }

    /** Reads an address; names, zones, and octets with leading zeros are none. */
    static @Nullable IpAddress parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        if (text.indexOf(':') >= 0) {
            return ipv6(text);
        }
        long address = ipv4(text);
        return address < 0 ? null : new IpAddress(0, MAPPED | address);
    }

    /** The 32 bits, or -1. */
    private static long ipv4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return -1;
        }
        long address = 0;
        for (String octet : octets) {
            boolean leadingZero = octet.length() > 1 && octet.charAt(0) == '0';
            if (octet.length() > 3 || leadingZero || !Numbers.digits(octet, 0, octet.length())) {
                return -1;
            }
            int value = Integer.parseInt(octet);
            if (value > 255) {
                return -1;
            }
            address = address << 8 | value;
        }
        return address;
    }

    private static @Nullable IpAddress ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] groups = groups(text);
            return groups == null || groups.length != 8 ? null : of(groups);
        }
        int[] left = groups(text.substring(0, gap));
        int[] right = groups(text.substring(gap + 2));
        if (left == null || right == null || left.length + right.length > 7) {
            return null;
        }
        int[] groups = new int[8];
        System.arraycopy(left, 0, groups, 0, left.length);
        System.arraycopy(right, 0, groups, 8 - right.length, right.length);
        return of(groups);
    }

    private static IpAddress of(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new IpAddress(high, low);
    }

    /** The groups of 16 bits between colons, the last two of which may be written as an IPv4 address. */
    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] words = text.split(":", -1);
        boolean dotted = words[words.length - 1].indexOf('.') >= 0;
        int[] groups = new int[words.length + (dotted ? 1 : 0)];
        for (int i = 0; i < words.length; i++) {
            if (dotted && i == words.length - 1) {
                long address = ipv4(words[i]);
                if (address < 0) {
                    return null;
                }
                groups[i] = (int) (address >>> 16);
                groups[i + 1] = (int) (address & 0xFFFF);
            } else {
                int group = group(words[i]);
                if (group < 0) {
                    return null;
                }
                groups[i] = group;
            }
        }
        return groups;
    }

    private static int group(String digits) {
        if (digits.isEmpty() || digits.length() > 4) {
            return -1;
        }
        int group = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) > 'f' ? -1 : Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            group = group << 4 | digit;
        }
        return group;
    }
}
