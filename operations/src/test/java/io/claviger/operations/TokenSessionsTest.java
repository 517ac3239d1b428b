package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Sessions that are made with the codes of hardware tokens. */
class TokenSessionsTest extends OnAWorkbenchWithDevices {

    private static final String WRONG = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    private static final String UNKNOWN =
            "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify"
                    + " your MFA serial number is valid and associated with this user.";
    private static final String WITH_FACTOR =
            Documents.policy(Documents.statement("Allow", "*", "*", "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}"));
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
        "Principal":{"AWS":"%s"},"Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}\
        """.formatted(ACCOUNT);

    @Test
    void aTokenMayCountMinutes() {
        createUsers("bob");
        buy(ACCOUNT, "GAHT-MINUTES", 60);
        long minute = bench.now().getEpochSecond() / 60;
        admin.enableMFADevice(enable -> enable.userName("bob")
                .serialNumber("GAHT-MINUTES")
                .authenticationCode1(ofStep(minute - 1))
                .authenticationCode2(ofStep(minute)));

        bench.pass(Duration.ofSeconds(60));
        Actor bob = bench.keyOf("bob");
        assertDenied(() -> session(bob, "GAHT-MINUTES", ofStep(minute)), WRONG);
        session(bob, "gaht-minutes", ofStep(minute + 1));
    }

    /** An authenticator that counts half minutes shows the code of a step of any length at the step's half minute. */
    private String ofStep(long step) {
        return display.code(Instant.ofEpochSecond(step * 30));
    }

    private static Credentials session(Actor who, String serialNumber, String code) {
        return who.sts()
                .getSessionToken(get -> get.serialNumber(serialNumber).tokenCode(code))
                .credentials();
    }

    @Test
    void itsCodesMakeSessionsWithASecondFactorOnce() {
        Actor carol = bench.user("carol", WITH_FACTOR);
        buy(ACCOUNT, TOKEN, 30);
        bind(TOKEN, "carol", -1);
        passAStep();
        Credentials made = session(carol, TOKEN, shown(0));

        Actor session = new Actor(bench, made.accessKeyId(), made.sessionToken());
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        assertDenied(() -> session(carol, TOKEN, shown(0)), WRONG);
        assertDenied(() -> session(bench.user("eve"), TOKEN, shown(1)), UNKNOWN);
    }

    @Test
    void itsCodesAssumeARoleThatAsksForASecondFactor() {
        Actor carol = bench.user("carol", Documents.allow("sts:AssumeRole", "*"));
        buy(ACCOUNT, TOKEN, 30);
        bind(TOKEN, "carol", -1);
        admin.createRole(create -> create.roleName("guarded").assumeRolePolicyDocument(TRUST));
        passAStep();

        assertThat(carol.sts()
                        .assumeRole(assume -> assume.roleArn(ARN + "role/guarded")
                                .roleSessionName("shift")
                                .serialNumber(TOKEN)
                                .tokenCode(shown(0)))
                        .assumedRoleUser()
                        .arn())
                .endsWith(":assumed-role/guarded/shift");
    }
}
