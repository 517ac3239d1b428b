package io.claviger.policy.condition;

import io.claviger.policy.pattern.Truth;
import java.util.List;
import java.util.Objects;

/** IP address operators. */
final class IpOperators {

    private IpOperators() {}

    static ValueTest of(List<String> values) {
        AddressBlock[] blocks = values.stream()
                .map(AddressBlock::parse)
                .filter(Objects::nonNull)
                .toArray(AddressBlock[]::new);
        return (value, context) -> {
            IpAddress given = IpAddress.parse(value);
            if (given == null) {
                return Truth.UNKNOWN;
            }
            for (AddressBlock block : blocks) {
                if (block.contains(given)) {
                    return Truth.TRUE;
                }
            }
            return Truth.FALSE;
        };
    }
}
