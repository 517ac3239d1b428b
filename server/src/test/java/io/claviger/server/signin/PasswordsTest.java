package io.claviger.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.claviger.iam.PasswordHash;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void passwordMatchesItsOwnHashAndNoOther() {
        PasswordHash hash = passwords.hash("correct h\u00f6rse");
        assertThat(passwords.matches("correct h\u00f6rse", hash)).isTrue();
        assertThat(passwords.matches("correct horse", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void hashIsArgon2idWithAdvisedParametersAndASaltOfItsOwn() {
        PasswordHash one = passwords.hash("correct horse");
        assertThat(one.encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("correct horse").encoded()).isNotEqualTo(one.encoded());
    }

    @Test
    void pretendingHashesWithTheSameParameters() {
        assertThatNoException().isThrownBy(() -> passwords.pretend("correct horse"));
    }
}
