package io.claviger.policy.condition;

import org.jspecify.annotations.Nullable;

/**
 * A block of addresses in CIDR notation (RFC 4632, RFC 4291).
 *
 * @param base an address of the block
 * @param length how many of the 128 bits all its addresses share
 */
record AddressBlock(IpAddress base, int length) {

    private static final int IPV4_OFFSET = 96;

    /** Reads an address with or without a prefix length; without one, the block is that address alone. */
    static @Nullable AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        IpAddress base = IpAddress.parse(address);
        if (base == null) {
            return null;
        }
        boolean ipv4 = address.indexOf(':') < 0;
        int longest = ipv4 ? 32 : 128;
        int length = slash < 0 ? longest : length(text.substring(slash + 1));
        if (length < 0 || length > longest) {
            return null;
        }
        return new AddressBlock(base, ipv4 ? length + IPV4_OFFSET : length);
    }

    private static int length(String digits) {
        boolean number = digits.length() <= 3 && Numbers.digits(digits, 0, digits.length());
        return number ? Integer.parseInt(digits) : -1;
    }

    /** Whether the address lies in the block; IPv4 and IPv6 are kept apart, as {@code 0.0.0.0/0} and {@code ::/0} are. */
    boolean contains(IpAddress address) {
        boolean ipv4Block = base.ipv4() && length >= IPV4_OFFSET;
        return ipv4Block == address.ipv4()
                && sameBits(base.high(), address.high(), Math.min(length, 64))
                && sameBits(base.low(), address.low(), Math.max(length - 64, 0));
    }

    private static boolean sameBits(long one, long other, int bits) {
        return bits == 0 || (one ^ other) >>> (64 - bits) == 0;
    }
}
