package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.access.Credential.Origin;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/** What each condition key says of a request, through policies that ask for it. */
class ConditionsTest extends OnAWorkbench {

    @BeforeEach
    void createBobWithATag() {
        admin.createUser(create -> create.userName("bob").tags(tag("Team", "blue"), tag("Équipe", "bleue")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'IpAddress':{'aws:SourceIp':'192.0.2.0/24'}}",
                "{'Bool':{'aws:SecureTransport':'true'}}",
                "{'StringEquals':{'aws:RequestedRegion':'us-east-1'}}",
                "{'StringLike':{'aws:UserAgent':'aws-cli/*'}}",
                "{'StringEquals':{'aws:Referer':'https://console.example.org/'}}",
                "{'DateGreaterThan':{'aws:CurrentTime':'2026-11-22T10:00:00Z'}}",
                "{'DateLessThan':{'aws:CurrentTime':'2026-11-22T10:00:01Z'}}",
                "{'NumericEquals':{'aws:EpochTime':'1795341600'}}",
                "{'StringEquals':{'aws:username':'bob'}}",
                "{'StringLike':{'aws:userid':'AIDA*'}}",
                "{'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::123456789012:user/bob'}}",
                "{'StringEquals':{'aws:PrincipalAccount':'123456789012'}}",
                "{'StringEquals':{'aws:ResourceAccount':'123456789012'}}",
                "{'StringEquals':{'aws:PrincipalType':'User'}}",
                "{'StringEquals':{'aws:PrincipalTag/Team':'blue'}}",
                "{'StringEquals':{'aws:principaltag/TEAM':'blue'}}",
                "{'StringEquals':{'aws:PrincipalTag/Équipe':'bleue'}}",
                "{'StringEquals':{'aws:PrincipalTag/ÉQUIPE':'bleue'}}",
                "{'Bool':{'aws:ViaAWSService':'false'}}",
                "{'Bool':{'aws:PrincipalIsAWSService':'false'}}",
                "{'Null':{'aws:MultiFactorAuthPresent':'true'}}",
                "{'Null':{'aws:TokenIssueTime':'true'}}",
                "{'Null':{'aws:PrincipalOrgID':'true'}}",
                "{'Null':{'aws:PrincipalTag/Stage':'true'}}"
            })
    void keysOfTheCallerAndTheRequestAreAsTheServerKnowsThem(String condition) {
        assertThat(isAllowed(condition)).isTrue();
        assertThat(isAllowed(condition.replaceFirst("^\\{'([A-Za-z]*)'.*", "$1"), condition))
                .as("what the condition does not ask for is not allowed")
                .isFalse();
    }

    /** The opposite condition must fail where the condition held, or the key was not looked at. */
    private boolean isAllowed(String operator, String condition) {
        String opposite = switch (operator) {
            case "IpAddress" -> "NotIpAddress";
            case "StringEquals" -> "StringNotEquals";
            case "StringLike" -> "StringNotLike";
            case "ArnEquals" -> "ArnNotEquals";
            case "NumericEquals" -> "NumericNotEquals";
            case "DateGreaterThan" -> "DateLessThan";
            case "DateLessThan" -> "DateGreaterThan";
            default -> operator;
        };
        String changed = condition.replace(operator, opposite);
        return isAllowed(
                opposite.equals(operator)
                        ? changed.replace("'true'}", "'x'}")
                                .replace("'false'}", "'true'}")
                                .replace("'x'}", "'false'}")
                        : changed);
    }

    private boolean isAllowed(String condition) {
        admin.putUserPolicy(put ->
                put.userName("bob").policyName("p").policyDocument(Documents.allowIf("iam:ListUserTags", condition)));
        Actor bob = bench.withKey(keyOfBob());
        return catchThrowableOfType(Refusal.class, () -> bob.iam().listUserTags(list -> list.userName("Administrator")))
                == null;
    }

    private String keyOfBob() {
        var keys = admin.listAccessKeys(list -> list.userName("bob")).accessKeyMetadata();
        return keys.isEmpty()
                ? bench.keyOf("bob").accessKeyId()
                : keys.getFirst().accessKeyId();
    }

    @Test
    void theAddressAndTheTransportAreThoseOfTheRequest() {
        IamClient bob = bobWho(Documents.allowIf(
                        "iam:*", "{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'},'Bool':{'aws:SecureTransport':'true'}}"))
                .iam();

        assertThat(mayListUsers(bob)).isFalse();
        bench.under(Peer.USUAL.from("10.1.2.3"));
        assertThat(mayListUsers(bob)).isTrue();
        bench.under(Peer.USUAL.from("10.1.2.3").inTheClear());
        assertThat(mayListUsers(bob)).isFalse();
        bench.under(Peer.USUAL.from("2001:db8::1"));
        assertThat(mayListUsers(bob)).isFalse();
    }

    @Test
    void aRightEndsAtItsHour() {
        IamClient bob = bobWho(
                        Documents.allowIf("iam:*", "{'DateLessThan':{'aws:CurrentTime':'2026-11-22T11:00:00Z'}}"))
                .iam();

        assertThat(mayListUsers(bob)).isTrue();
        bench.pass(Duration.ofHours(1));
        assertThat(mayListUsers(bob)).isFalse();
    }

    @Test
    void sessionsFromBeforeAMomentCanBeRevoked() {
        String id = admin.getUser(get -> get.userName("bob")).user().userId();
        bobWho(Documents.policy(
                Documents.statement("Allow", "*", "*"),
                Documents.statement(
                        "Deny", "*", "*", "{'DateLessThan':{'aws:TokenIssueTime':'2026-11-22T10:00:01Z'}}")));
        Actor session = bench.signedIn(id, Origin.SIGN_IN);

        assertThat(mayListUsers(session.iam())).isFalse();
        assertThat(mayListUsers(bench.withKey(keyOfBob()).iam()))
                .as("a long-term key has no such time")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Bool, false", "BoolIfExists, false"})
    void whoSignedInWithAPasswordAloneIsKnownToHaveNoSecondFactor(String operator, String value) {
        String id = admin.getUser(get -> get.userName("bob")).user().userId();
        bobWho(Documents.allowIf("iam:*", "{'" + operator + "':{'aws:MultiFactorAuthPresent':'" + value + "'}}"));

        assertThat(mayListUsers(bench.signedIn(id, Origin.SIGN_IN).iam())).isTrue();
        assertThat(mayListUsers(bench.withKey(keyOfBob()).iam())).isEqualTo(operator.endsWith("IfExists"));
    }

    @Test
    void whatIsAttachedCanBeLimited() {
        IamClient bob = bobWho(Documents.allowIf("iam:*", "{'ArnEquals':{'iam:PolicyARN':'" + READ_ONLY + "'}}"))
                .iam();
        createGroups("devs");

        bob.attachUserPolicy(attach -> attach.userName("bob").policyArn(READ_ONLY));
        bob.detachUserPolicy(detach -> detach.userName("bob").policyArn(READ_ONLY));
        bob.attachGroupPolicy(attach -> attach.groupName("devs").policyArn(READ_ONLY));
        bob.detachGroupPolicy(detach -> detach.groupName("devs").policyArn(READ_ONLY));
        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> bob.attachUserPolicy(
                                attach -> attach.userName("bob").policyArn(ADMINISTRATOR_ACCESS))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> bob.attachGroupPolicy(
                                attach -> attach.groupName("devs").policyArn(ADMINISTRATOR_ACCESS))))
                .isNotNull();
    }

    @Test
    void aBoundaryCanBeMadeACondition() {
        String boundary = ownPolicy("boundary");
        IamClient bob = bobWho(Documents.allowIf(
                        "iam:CreateUser", "{'StringEquals':{'iam:PermissionsBoundary':'" + boundary + "'}}"))
                .iam();

        bob.createUser(create -> create.userName("a").permissionsBoundary(boundary));
        assertThat(catchThrowableOfType(Refusal.class, () -> bob.createUser(create -> create.userName("b"))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> bob.createUser(create -> create.userName("b").permissionsBoundary(ADMINISTRATOR_ACCESS))))
                .isNotNull();
    }

    /** The way that AWS's page on boundaries has administrators delegate. */
    @Test
    void whoDelegatesCanBeHeldToABoundary() {
        String boundary = ownPolicy("boundary");
        IamClient bob = bobWho(Documents.allowIf(
                        "iam:*UserPolicy", "{'StringEquals':{'iam:PermissionsBoundary':'" + boundary + "'}}"))
                .iam();
        admin.createUser(create -> create.userName("within").permissionsBoundary(boundary));
        admin.createUser(create -> create.userName("elsewhere").permissionsBoundary(READ_ONLY));
        createUsers("free");

        bob.attachUserPolicy(attach -> attach.userName("within").policyArn(ADMINISTRATOR_ACCESS));
        bob.detachUserPolicy(detach -> detach.userName("within").policyArn(ADMINISTRATOR_ACCESS));
        bob.putUserPolicy(put -> put.userName("within").policyName("p").policyDocument(Documents.ALLOW_ALL));
        bob.deleteUserPolicy(delete -> delete.userName("within").policyName("p"));
        for (String other : new String[] {"elsewhere", "free", "nobody", "bob"}) {
            assertThat(catchThrowableOfType(
                            Refusal.class,
                            () -> bob.attachUserPolicy(
                                    attach -> attach.userName(other).policyArn(ADMINISTRATOR_ACCESS))))
                    .as(other)
                    .isNotNull();
            assertThat(catchThrowableOfType(
                            Refusal.class,
                            () -> bob.detachUserPolicy(
                                    detach -> detach.userName(other).policyArn(ADMINISTRATOR_ACCESS))))
                    .as(other)
                    .isNotNull()
                    .extracting(Refusal::code)
                    .isEqualTo("AccessDenied");
            assertThat(catchThrowableOfType(
                            Refusal.class,
                            () -> bob.putUserPolicy(
                                    put -> put.userName(other).policyName("p").policyDocument(Documents.ALLOW_ALL))))
                    .as(other)
                    .isNotNull();
            assertThat(catchThrowableOfType(
                            Refusal.class,
                            () -> bob.deleteUserPolicy(
                                    delete -> delete.userName(other).policyName("p"))))
                    .as(other)
                    .isNotNull()
                    .extracting(Refusal::code)
                    .isEqualTo("AccessDenied");
        }
    }

    private Actor bobWho(String document) {
        admin.putUserPolicy(put -> put.userName("bob").policyName("p").policyDocument(document));
        return bench.withKey(keyOfBob());
    }

    private static boolean mayListUsers(IamClient iam) {
        return catchThrowableOfType(Refusal.class, () -> iam.listUsers()) == null;
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
