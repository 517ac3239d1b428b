package io.claviger.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    @Test
    void aHostNameIsTheRelyingPartyAndTlsItsOrigin() {
        assertThat(Site.of("IAM.example.com", true))
                .contains(new Site("iam.example.com", Set.of("https://iam.example.com")));
        assertThat(Site.of("iam.example.com:8443", false))
                .contains(new Site("iam.example.com", Set.of("https://iam.example.com:8443")));
        assertThat(Site.of("iam.example.com:443", true))
                .contains(new Site("iam.example.com", Set.of("https://iam.example.com")));
    }

    @Test
    void theSameMachineIsTrustedWithoutTls() {
        assertThat(Site.of("localhost:7080", false))
                .contains(new Site("localhost", Set.of("https://localhost:7080", "http://localhost:7080")));
        assertThat(Site.of("iam.localhost:80", false))
                .contains(new Site("iam.localhost", Set.of("https://iam.localhost:80", "http://iam.localhost")));
        assertThat(Site.of("localhost:7080", true)).contains(new Site("localhost", Set.of("https://localhost:7080")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1",
                "127.0.0.1:7080",
                "[::1]:7080",
                "::1",
                "10",
                "a/b",
                "a@b",
                "host:",
                "host:x",
                "a..b"
            })
    void whatIsNoHostNameHasNoPasskeys(String authority) {
        assertThat(Site.of(authority, true)).isEmpty();
    }
}
