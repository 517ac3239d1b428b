package io.claviger.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.random.RandomPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class PolicyFuzzTest {

    private static final int INPUTS = 3_000;
    private static final List<PolicyType> TYPES = List.of(PolicyType.values());

    @Test
    void noInputBreaksTheEngine() {
        SplittableRandom random = new SplittableRandom(7);
        RandomPolicy world = new RandomPolicy(random);
        int policies = 0;
        int all = 0;
        for (int i = 0; i < INPUTS; i++) {
            List<PolicyType> types = new ArrayList<>();
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? world.resource() : world.action());
            for (int n = random.nextInt(3); n >= 0; n--) {
                PolicyType type = TYPES.get(random.nextInt(TYPES.size()));
                text.append(types.isEmpty() ? '\n' : '\f').append(world.policy(type));
                types.add(type);
            }
            byte[] input = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                input[random.nextInt(input.length)] = mutation(random);
            }
            String mutated = new String(input, StandardCharsets.ISO_8859_1);
            assertThatCode(() -> PolicyFuzz.fuzzerTestOneInput(input))
                    .as(mutated)
                    .doesNotThrowAnyException();
            String[] written = mutated.substring(mutated.indexOf('\n') + 1).split("\f", -1);
            for (int n = 0; n < Math.min(written.length, types.size()); n++) {
                policies += PolicyParser.parse(written[n], types.get(n)) instanceof PolicyDocument ? 1 : 0;
            }
            all += types.size();
        }
        assertThat(policies).as("enough policies reach the evaluation").isBetween(all / 3, all * 19 / 20);
    }

    @Test
    void whateverIsChosenIsDecidedAsTheReferenceDoes() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < INPUTS / 3; i++) {
            byte[] input = new byte[1 + random.nextInt(600)];
            random.nextBytes(input);
            input[0] = '#';
            assertThatCode(() -> PolicyFuzz.fuzzerTestOneInput(input))
                    .as(Arrays.toString(input))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void bytesWithoutAnyStructureAreRefusedQuietly() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 3 * INPUTS; i++) {
            byte[] input = new byte[random.nextInt(200)];
            random.nextBytes(input);
            assertThatCode(() -> PolicyFuzz.fuzzerTestOneInput(input)).doesNotThrowAnyException();
        }
    }

    private static byte mutation(SplittableRandom random) {
        String structure = "{}[]\":,\\*?$' \n\t0a";
        return random.nextBoolean()
                ? (byte) structure.charAt(random.nextInt(structure.length()))
                : (byte) random.nextInt(256);
    }
}
