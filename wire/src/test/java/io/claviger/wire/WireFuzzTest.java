package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short seeded run of the fuzz target, its inputs made of pieces of real requests. */
class WireFuzzTest {

    private static final int INPUTS = 5_000;
    private static final List<String> PIECES = List.of(
            "&",
            "=",
            ".",
            "%",
            "+",
            "member",
            "entry",
            "key",
            "value",
            "1",
            "2",
            "00",
            "99999999999",
            "-1",
            "true",
            "%00",
            "%C3%A9",
            "%FF",
            "%ED%A0%80",
            "Tags",
            "TagKeys",
            "Key",
            "Value",
            "UserName",
            "RoleName",
            "RoleArn",
            "PolicyArn",
            "MaxItems",
            "Marker",
            "PathPrefix",
            "/",
            "arn:aws:iam::123456789012:role/x",
            "PolicyDocument",
            "Permissions",
            "Parameters",
            "Values",
            "Properties",
            "ReplacementValues",
            "ContextEntries",
            "Status",
            "Tags.member.1.Key=",
            "&TagKeys.member.1=",
            "&Properties.entry.1.key=",
            "&UserName=",
            "{}",
            " ",
            "\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingThatIsSentThrows(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = random.nextInt(4) == 0 ? noise(random) : mixed(random);
            assertThatCode(() -> WireFuzz.fuzzerTestOneInput(input))
                    .as("%s", Arrays.toString(input))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] noise(Random random) {
        byte[] input = new byte[random.nextInt(64)];
        random.nextBytes(input);
        return input;
    }

    private static byte[] mixed(Random random) {
        StringBuilder form = new StringBuilder();
        form.append((char) random.nextInt(0x80)).append((char) random.nextInt(0x80));
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            form.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }
}
