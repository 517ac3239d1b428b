package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * .NET's smaller and unsigned whole numbers. A value that fits one is checked; it is then an {@link Integer}, a {@link
 * Long} or a {@link BigDecimal}, as every number is here, but for a byte, which is a {@link Short}.
 */
final class Integers {

    private record Range(BigInteger least, BigInteger most, String named) {}

    private static final Map<String, Range> RANGES = Map.of(
            "System.Byte", range("0", "255", "an unsigned byte"),
            "System.SByte", range("-128", "127", "a signed byte"),
            "System.Int16", range("-32768", "32767", "an Int16"),
            "System.UInt16", range("0", "65535", "a UInt16"),
            "System.UInt32", range("0", "4294967295", "a UInt32"),
            "System.UInt64", range("0", "18446744073709551615", "a UInt64"));

    private Integers() {}

    private static Range range(String least, String most, String named) {
        return new Range(new BigInteger(least), new BigInteger(most), named);
    }

    static boolean is(String type) {
        return RANGES.containsKey(type);
    }

    static Object cast(String type, @Nullable Object value) {
        Range range = RANGES.get(type);
        BigDecimal exact = Conversion.rounded(value, type);
        BigInteger number = exact.toBigInteger();
        if (range == null || number.compareTo(range.least()) < 0 || number.compareTo(range.most()) > 0) {
            throw Conversion.impossible(
                    value,
                    type,
                    "Value was either too large or too small for " + (range == null ? "" : range.named()) + ".");
        }
        if (type.equals("System.Byte")) {
            return number.shortValue();
        }
        if (number.bitLength() < 32) {
            return number.intValue();
        }
        return number.bitLength() < 64 ? (Object) number.longValue() : exact;
    }
}
