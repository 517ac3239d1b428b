package io.claviger.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.claviger.iam.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void nobodysHashIsCheckedLikeAnyAndNeverMatches() {
        assertThat(Passwords.NOBODYS.encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse", Passwords.NOBODYS)).isFalse();
    }

    @Test
    void passwordIsTheSameHoweverItsLettersAreComposed() {
        PasswordHash composed = passwords.hash("p\u00e4ssw\u00f6rd");
        assertThat(passwords.matches("pa\u0308sswo\u0308rd", composed)).isTrue();
        assertThat(passwords.matches("p\u00e4ssw\u00f6rd", passwords.hash("pa\u0308sswo\u0308rd")))
                .isTrue();
        assertThat(passwords.matches("passwo\u0308rd", composed)).isFalse();
        // Form C does not make what only looks alike the same.
        assertThat(passwords.matches("\ufb01nger8888", passwords.hash("finger8888")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd",
                "correct h\ufffdrse",
                "correct \ud800horse",
                "\udc00\ud800pair the wrong way",
                "horse at the end\ud83d"
            })
    void damagedTextIsNoPassword(String damaged) {
        assertThat(Passwords.complaint(damaged))
                .hasValueSatisfying(said -> assertThat(said).contains("UTF-8").doesNotContain("horse"));
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.hash(damaged));
        assertThat(passwords.matches(damaged, passwords.hash("correct horse"))).isFalse();
    }

    @Test
    void lengthIsCountedInCharactersOfTheComposedText() {
        assertThat(Passwords.complaint("\ud83d\udc34".repeat(8))).isEmpty();
        assertThat(Passwords.complaint("\ud83d\udc34".repeat(7))).isPresent();
        assertThat(Passwords.complaint("a\u0308".repeat(7))).isPresent();
        assertThat(Passwords.complaint("a\u0308".repeat(128))).isEmpty();
        assertThat(Passwords.complaint("a\u0308".repeat(129))).isPresent();
    }
}
