package io.claviger.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretHashTest {

    @Test
    void aSecretIsKnownByItsHashAndNotShown() {
        SecretHash hash = SecretHash.of("secret");

        assertThat(hash.isOf("secret")).isTrue();
        assertThat(hash.isOf("Secret")).isFalse();
        assertThat(hash.isOf("")).isFalse();
        assertThat(hash.encoded())
                .as("as sha256sum shows it, in base 64")
                .isEqualTo("$sha256$K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=");
        assertThat(hash).hasToString("SecretHash[…]");
    }
}
