package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Sessions that are made with a second factor, and rights that ask for one. */
class SecondFactorTest extends OnAWorkbenchWithDevices {

    private static final String WRONG = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    private static final String UNKNOWN =
            "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify"
                    + " your MFA serial number is valid and associated with this user.";
    private static final String HALF =
            "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.";
    private static final String WITH_FACTOR =
            Documents.policy(Documents.statement("Allow", "*", "*", "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}"));
    private static final String WITH_FRESH_FACTOR = Documents.policy(
            Documents.statement("Allow", "*", "*", "{'NumericLessThan':{'aws:MultiFactorAuthAge':'600'}}"));

    private Actor bob = bench.administrator();

    @BeforeEach
    void giveBobAPhone() {
        bob = bench.user("bob", WITH_FACTOR);
        createDevice("phone");
        enable("phone", "bob");
        passAStep();
    }

    private Actor session(Actor who, String serial, String code) {
        return actor(who.sts()
                .getSessionToken(get -> get.serialNumber(serial).tokenCode(code))
                .credentials());
    }

    private Actor actor(Credentials credentials) {
        return new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
    }

    @Test
    void aSessionWithASecondFactorMayDoWhatAsksForOneAndCallIam() {
        Actor plain = actor(bob.sts().getSessionToken().credentials());
        assertRefused(
                () -> plain.iam().listUsers(),
                "InvalidClientTokenId",
                "The security token included in the request is invalid");
        assertDenied(
                () -> bob.iam().listUsers(),
                "User: " + ARN + "user/bob is not authorized to perform: iam:ListUsers on resource: " + ARN
                        + "user/ because no identity-based policy allows the iam:ListUsers action");

        assertThat(session(bob, serial("phone"), code("phone", 0))
                        .iam()
                        .listUsers()
                        .users())
                .hasSize(2);
    }

    @Test
    void theAgeOfASecondFactorGrows() {
        Actor eve = bench.user("eve", WITH_FRESH_FACTOR);
        createDevice("eves");
        enable("eves", "eve");
        passAStep();
        Actor session = session(eve, serial("eves"), code("eves", 0));

        bench.pass(Duration.ofSeconds(598));
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        bench.pass(Duration.ofSeconds(3));
        assertDenied(
                () -> session.iam().listUsers(),
                "User: " + ARN + "user/eve is not authorized to perform: iam:ListUsers on resource: " + ARN
                        + "user/ because no identity-based policy allows the iam:ListUsers action");
    }

    @Test
    void noCodeIsGoodTwice() {
        String code = code("phone", 0);
        session(bob, serial("phone"), code);

        assertDenied(() -> session(bob, serial("phone"), code), WRONG);
        passAStep();
        session(bob, serial("phone"), code("phone", 0));
    }

    @Test
    void oneOfManyWhoShowTheSameCodeAtOnceGetsIn() throws Exception {
        String code = code("phone", 0);
        List<Boolean> in = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                boolean isIn;
                try {
                    session(bob, serial("phone"), code);
                    isIn = true;
                } catch (Refusal refused) {
                    isIn = false;
                }
                synchronized (in) {
                    in.add(isIn);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(in).hasSize(4).containsOnlyOnce(true);
    }

    @Test
    void theCodesThatEnabledTheDeviceAreNotGoodAnyMore() {
        assertDenied(() -> session(bob, serial("phone"), code("phone", -1)), WRONG);
    }

    @Test
    void wrongCodesAndWrongDevicesAreRefused() {
        createDevice("unused");
        createDevice("others");
        enable("others", "Administrator");

        assertDenied(() -> session(bob, serial("phone"), code("phone", 5)), WRONG);
        for (String device : new String[] {"unused", "others", "none"}) {
            assertDenied(() -> session(bob, serial(device), "123456"), UNKNOWN);
        }
        assertDenied(() -> session(bob, "GAHT12345678", "123456"), UNKNOWN);
        assertDenied(() -> bob.sts().getSessionToken(get -> get.serialNumber(serial("phone"))), HALF);
        assertDenied(() -> bob.sts().getSessionToken(get -> get.tokenCode("123456")), HALF);
    }

    @Test
    void aDeviceThatWasTakenAwayIsNoFactor() {
        admin.deactivateMFADevice(deactivate -> deactivate.userName("bob").serialNumber(serial("phone")));

        assertDenied(() -> session(bob, serial("phone"), code("phone", 0)), UNKNOWN);
    }

    @Test
    void whoGuessesIsHeldBack() {
        for (int i = 0; i < 5; i++) {
            assertDenied(() -> session(bob, serial("phone"), code("phone", 50)), WRONG);
        }
        assertRefused(() -> session(bob, serial("phone"), code("phone", 0)), "Throttling", "Rate exceeded");
    }

    @Test
    void theRootUserShowsASecondFactorToo() {
        createDevice("roots");
        enable(bench.root().iam(), "roots", "root");
        passAStep();
        Actor root =
                bench.withKey(bench.root().iam().createAccessKey().accessKey().accessKeyId());

        assertThatCode(() ->
                        session(root, serial("roots"), code("roots", 0)).iam().listUsers())
                .doesNotThrowAnyException();
    }

    private void createRoleThatAsksForAFactor(String condition) {
        admin.createRole(create -> create.roleName("deploy")
                .assumeRolePolicyDocument(Documents.trustIf(ARN + "user/bob", "sts:AssumeRole", condition)));
        admin.putRolePolicy(put -> put.roleName("deploy").policyName("p").policyDocument(WITH_FACTOR));
    }

    private Actor assume(Actor who, String serial, String code) {
        return actor(who.sts()
                .assumeRole(assume -> assume.roleArn(ARN + "role/deploy")
                        .roleSessionName("session")
                        .serialNumber(serial)
                        .tokenCode(code))
                .credentials());
    }

    @Test
    void aRoleMayTrustWhoShowsASecondFactorOnly() {
        createRoleThatAsksForAFactor(
                "{'Bool':{'aws:MultiFactorAuthPresent':'true'},'NumericLessThan':{'aws:MultiFactorAuthAge':'10'}}");
        String denied = "User: " + ARN + "user/bob is not authorized to perform: sts:AssumeRole on resource: " + ARN
                + "role/deploy";
        assertThat(Refusal.of(() -> bob.sts()
                                .assumeRole(assume ->
                                        assume.roleArn(ARN + "role/deploy").roleSessionName("session")))
                        .text())
                .startsWith(denied);
        String code = code("phone", 0);

        Actor session = assume(bob, serial("phone"), code);

        assertThat(session.sts().getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::" + ACCOUNT + ":assumed-role/deploy/session");
        assertDenied(() -> assume(bob, serial("phone"), code), WRONG);
        assertDenied(() -> assume(bob, serial("none"), "123456"), UNKNOWN);
        assertDenied(() -> assume(session, serial("phone"), code("phone", 0)), UNKNOWN);
        assertDenied(
                () -> bob.sts()
                        .assumeRole(assume -> assume.roleArn(ARN + "role/deploy")
                                .roleSessionName("session")
                                .serialNumber(serial("phone"))),
                HALF);
    }

    /** As AWS has it: a role's session knows of no second factor. */
    @Test
    void theSessionOfARoleDoesNotShowIt() {
        createRoleThatAsksForAFactor("{'Bool':{'aws:MultiFactorAuthPresent':'true'}}");

        Actor session = assume(bob, serial("phone"), code("phone", 0));

        assertThat(Refusal.of(() -> session.iam().listUsers()).text())
                .contains("because no identity-based policy allows the iam:ListUsers action");
    }

    @Test
    void aCodeThatIsDeniedTheRoleIsStillGood() {
        admin.createRole(create -> create.roleName("deploy").assumeRolePolicyDocument(Documents.trust(ARN + "root")));
        Actor eve = bench.user("eve");
        createDevice("eves");
        enable("eves", "eve");
        passAStep();

        assertThat(Refusal.of(() -> assume(eve, serial("eves"), code("eves", 0)))
                        .code())
                .isEqualTo("AccessDenied");
        session(eve, serial("eves"), code("eves", 0));
    }
}
