package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Trust policies: stored by unique ID, shown by ARN. */
class TrustTest extends OnAWorkbench {

    private String trustOf(String role) {
        return admin.getRole(get -> get.roleName(role)).role().assumeRolePolicyDocument();
    }

    private void trust(String role, String document) {
        admin.updateAssumeRolePolicy(update -> update.roleName(role).policyDocument(document));
    }

    @Test
    void someoneTrustedIsShownByTheNameThatTheyHaveNow() {
        createRole("r");
        createUsers("bob");
        trust("r", Documents.trust(ARN + "user/bob"));
        assertThat(trustOf("r")).isEqualTo(Documents.trust(ARN + "user/bob"));

        admin.updateUser(update -> update.userName("bob").newUserName("rob").newPath("/staff/"));
        assertThat(trustOf("r")).isEqualTo(Documents.trust(ARN + "user/staff/rob"));
    }

    @Test
    void someoneDeletedIsShownByTheirIdAndWhoeverTakesTheNameIsNotTrusted() {
        createRole("r");
        String id = admin.createUser(create -> create.userName("bob")).user().userId();
        trust("r", Documents.trust(ARN + "user/bob"));
        admin.deleteUser(delete -> delete.userName("bob"));
        createUsers("bob");

        assertThat(trustOf("r")).isEqualTo(Documents.trust(id));
        assertRefused(
                () -> trust("r", Documents.trust(id)),
                "MalformedPolicyDocument",
                "Invalid principal in policy: \"AWS\":\"" + id + "\"");
    }

    @Test
    void aPrincipalThatDoesNotExistIsRefused() {
        createRole("r");
        for (String principal : new String[] {
            ARN + "user/nobody", ARN + "role/nobody", ARN + "user/x/Administrator", "arn:aws:iam::222233334444:root"
        }) {
            assertRefused(
                    () -> trust("r", Documents.trust(principal)),
                    "MalformedPolicyDocument",
                    "Invalid principal in policy: \"AWS\":\"" + principal + "\"");
        }
        assertThat(trustOf("r")).isEqualTo(Documents.trust(ACCOUNT));
    }

    @Test
    void everythingButThePrincipalsStaysAsItWasWritten() {
        createRole("r");
        createRole("other");
        String document = """
                {
                  "Version": "2012-10-17",
                  "Statement": [{"Sid": "A", "Effect": "Allow",
                    "Principal": {"AWS": ["%1$s", "%2$s",
                      "*"], "Service": "ec2.amazonaws.com"},
                    "Action": ["sts:AssumeRole"],
                    "Condition": {"StringEquals": {"aws:PrincipalArn": "%1$s"}}}]
                }""".formatted(ARN + "user/Administrator", ARN + "role/other");
        trust("r", document);

        assertThat(trustOf("r")).isEqualTo(document);
    }

    @Test
    void aDocumentThatIsNoTrustPolicyOrTooLongIsRefused() {
        createRole("r");
        assertRefused(() -> trust("r", "{"), "MalformedPolicyDocument", "This policy contains invalid Json");
        assertRefused(
                () -> trust("r", Documents.trust("*").replace("\"Action\"", "\"Resource\":\"*\",\"Action\"")),
                "MalformedPolicyDocument",
                "Has prohibited field Resource");
        assertRefused(
                () -> trust("r", Documents.trustIf("*", "s3:GetObject", "{}")),
                "MalformedPolicyDocument",
                "AssumeRole policy may only specify STS AssumeRole actions.");
        String condition = "{'StringEquals':{'aws:PrincipalTag/t':'" + "x".repeat(2048) + "'}}";
        assertRefused(
                () -> trust("r", Documents.trustIf("*", "sts:AssumeRole", condition)),
                "LimitExceeded",
                "Cannot exceed quota for ACLSizePerRole: 2048");
    }
}
