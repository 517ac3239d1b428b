package io.claviger.operations.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedAccountsTest {

    private static String allowing(String principal) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":"
                + principal + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"AWS\":\"111122223333\"} | 111122223333",
                "{\"AWS\":\"1111-2222-3333\"} | 111122223333",
                "{\"AWS\":\"arn:aws:iam::111122223333:root\"} | 111122223333",
                "{\"AWS\":[\"arn:aws:iam::111122223333:role/r\",\"arn:aws:sts::444455556666:assumed-role/r/s\"]}"
                        + " | 111122223333,444455556666",
                "{\"AWS\":\"AIDAAAAAAAAAAAAAAAAAA\"} | ''",
                "{\"Service\":\"ec2.amazonaws.com\"} | ''",
                "\"*\" | ''"
            })
    void accountsAreNamedByNumbersAndArns(String principal, String accounts) {
        assertThat(String.join(",", TrustedAccounts.of(allowing(principal)))).isEqualTo(accounts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"Allow | Deny", "\"Principal\" | \"NotPrincipal\"", "\"Version\" | no policy"})
    void whoIsNotLetInIsNotTrusted(String before, String after) {
        assertThat(TrustedAccounts.of(allowing("{\"AWS\":\"111122223333\"}").replace(before, after)))
                .isEmpty();
    }
}
