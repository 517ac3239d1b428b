package io.claviger.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyIdsTest {

    private final AccessKeyIds ids = new AccessKeyIds(new SecureRandom());

    @ParameterizedTest
    @ValueSource(strings = {"000000000000", "000000000001", "123456789012", "999999999999"})
    void aKeyIdCarriesItsAccount(String accountId) {
        assertThat(ids.longTerm(accountId)).matches("AKIA[A-Z2-7]{16}");
        assertThat(ids.temporary(accountId)).matches("ASIA[A-Z2-7]{16}");
        assertThat(AccessKeyIds.accountOf(ids.longTerm(accountId))).contains(accountId);
        assertThat(AccessKeyIds.accountOf(ids.temporary(accountId))).contains(accountId);
    }

    @Test
    void everyAccountCanBeReadOffItsKeyIds() {
        Random random = new Random(20150830);
        for (int i = 0; i < 10_000; i++) {
            String accountId = String.format("%012d", random.nextLong(1_000_000_000_000L));
            assertThat(AccessKeyIds.accountOf(ids.longTerm(accountId))).contains(accountId);
        }
    }

    /** A key ID that was published together with the account it decodes to. */
    @ParameterizedTest
    @CsvSource({"ASIAQNZGKIQY56JQ7WML, 029608264753"})
    void keyIdsThatAwsIssuedAreReadAsAwsReadsThem(String accessKeyId, String accountId) {
        assertThat(AccessKeyIds.accountOf(accessKeyId)).contains(accountId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AKIA", "AKIA111111111111111", "AKIA0000000000000000", "AKIAaaaaaaaaaaaaaaaa"})
    void whatIsNoKeyIdCarriesNoAccount(String text) {
        assertThat(AccessKeyIds.accountOf(text)).isEmpty();
    }

    @Test
    void secretsHaveFortyCharactersAndNeverRepeat() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> ids.secret()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[A-Za-z0-9+/]{40}"));
    }
}
