package io.claviger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolicyFuzzTest {

    private static final int INPUTS = 10_000;

    @Test
    void noInputBreaksTheEngine() {
        SplittableRandom random = new SplittableRandom(7);
        RandomPolicy world = new RandomPolicy(random);
        int policies = 0;
        for (int i = 0; i < INPUTS; i++) {
            String text = named(world.policy(), random);
            byte[] input = (world.resource() + "\n" + text).getBytes(StandardCharsets.ISO_8859_1);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                input[random.nextInt(input.length)] = mutation(random);
            }
            assertThatCode(() -> PolicyFuzz.fuzzerTestOneInput(input))
                    .as(new String(input, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
            String mutated = new String(input, StandardCharsets.ISO_8859_1);
            String policy = mutated.substring(mutated.indexOf('\n') + 1);
            policies += PolicyParser.parse(policy, PolicyType.SESSION) instanceof PolicyDocument ? 1 : 0;
            policies += PolicyParser.parse(policy, PolicyType.RESOURCE) instanceof PolicyDocument ? 1 : 0;
        }
        assertThat(policies).as("enough inputs reach the evaluation").isBetween(INPUTS / 5, INPUTS * 3 / 4);
    }

    @Test
    void bytesWithoutAnyStructureAreRefusedQuietly() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = new byte[random.nextInt(200)];
            random.nextBytes(input);
            assertThatCode(() -> PolicyFuzz.fuzzerTestOneInput(input)).doesNotThrowAnyException();
        }
    }

    /** Some of the policies name principals. */
    private static String named(String policy, SplittableRandom random) {
        List<String> principals = List.of(
                "",
                "",
                "\"Principal\":\"*\",",
                "\"Principal\":{\"AWS\":[\"111111111111\",\"AIDABBBBBBBBBBBBBBBBB\"]},",
                "\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::111111111111:root\",\"Service\":\"a.b\"},");
        return policy.replace("\"Effect\"", principals.get(random.nextInt(principals.size())) + "\"Effect\"");
    }

    private static byte mutation(SplittableRandom random) {
        String structure = "{}[]\":,\\*?$' \n\t0a";
        return random.nextBoolean()
                ? (byte) structure.charAt(random.nextInt(structure.length()))
                : (byte) random.nextInt(256);
    }
}
