package io.claviger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonFactory;

class IdentityJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    private final IdentityJson identities = new IdentityJson(new JsonFactory());

    private static AuditedIdentity user(int number, boolean mfaAuthenticated) {
        return new AuditedIdentity(
                "IAMUser",
                "AIDA" + number,
                null,
                "123456789012",
                "ASIA" + number,
                "bob" + number,
                new AuditedIdentity.Session(null, NOW, mfaAuthenticated, null));
    }

    private static String json(int number, boolean mfaAuthenticated) {
        return """
            {"type":"IAMUser","principalId":"AIDA%d","accountId":"123456789012","accessKeyId":"ASIA%d",\
            "userName":"bob%d","sessionContext":{"attributes":{"creationDate":"2026-11-22T10:00:00Z",\
            "mfaAuthenticated":"%b"}}}""".formatted(number, number, number, mfaAuthenticated);
    }

    @Test
    void everybodyIsShownAsThemselvesHoweverManyCall() {
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < 600; number++) {
                for (boolean mfaAuthenticated : new boolean[] {false, true}) {
                    assertThat(identities.json(user(number, mfaAuthenticated)).getValue())
                            .isEqualTo(json(number, mfaAuthenticated));
                }
            }
        }
    }
}
