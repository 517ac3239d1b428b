package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.access.Credential.Origin;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;

/** What is changed holds from the next request on, though callers are kept in a cache. */
class EffectAtOnceTest extends OnAWorkbench {

    private static final String LISTING = Documents.allow("iam:ListUsers", "*");

    @Test
    void anAttachedOrDetachedPolicyDecidesTheNextRequest() {
        Actor bob = bench.user("bob");

        assertMayList(bob, false);
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(READ_ONLY));
        assertMayList(bob, true);
        admin.detachUserPolicy(detach -> detach.userName("bob").policyArn(READ_ONLY));
        assertMayList(bob, false);
    }

    @Test
    void aPutOrDeletedInlinePolicyDecidesTheNextRequest() {
        Actor bob = bench.user("bob");

        admin.putUserPolicy(put -> put.userName("bob").policyName("p").policyDocument(LISTING));
        assertMayList(bob, true);
        admin.putUserPolicy(put -> put.userName("bob").policyName("p").policyDocument(Documents.allow("s3:*", "*")));
        assertMayList(bob, false);
        admin.putUserPolicy(put -> put.userName("bob").policyName("p").policyDocument(LISTING));
        assertMayList(bob, true);
        admin.deleteUserPolicy(delete -> delete.userName("bob").policyName("p"));
        assertMayList(bob, false);
    }

    @Test
    void aGroupDecidesFromEnteringItUntilLeavingIt() {
        Actor bob = bench.user("bob");
        createGroups("devs");

        assertMayList(bob, false);
        admin.addUserToGroup(add -> add.groupName("devs").userName("bob"));
        assertMayList(bob, false);
        admin.putGroupPolicy(put -> put.groupName("devs").policyName("p").policyDocument(LISTING));
        assertMayList(bob, true);
        admin.deleteGroupPolicy(delete -> delete.groupName("devs").policyName("p"));
        assertMayList(bob, false);
        admin.attachGroupPolicy(attach -> attach.groupName("devs").policyArn(READ_ONLY));
        assertMayList(bob, true);
        admin.removeUserFromGroup(remove -> remove.groupName("devs").userName("bob"));
        assertMayList(bob, false);
        admin.addUserToGroup(add -> add.groupName("devs").userName("bob"));
        assertMayList(bob, true);
        admin.detachGroupPolicy(detach -> detach.groupName("devs").policyArn(READ_ONLY));
        assertMayList(bob, false);
    }

    @Test
    void aNewDefaultVersionDecidesTheNextRequest() {
        Actor bob = bench.user("bob");
        String arn = ownPolicy("own");
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(arn));

        assertMayList(bob, false);
        admin.createPolicyVersion(create -> create.policyArn(arn).policyDocument(LISTING));
        assertMayList(bob, false);
        admin.setDefaultPolicyVersion(set -> set.policyArn(arn).versionId("v2"));
        assertMayList(bob, true);
        admin.createPolicyVersion(create -> create.policyArn(arn)
                .policyDocument(Documents.allow("s3:*", "*"))
                .setAsDefault(true));
        assertMayList(bob, false);
    }

    @Test
    void aNewDefaultVersionOfABoundaryDecidesTheNextRequest() {
        String boundary = ownPolicy("boundary");
        admin.createUser(create -> create.userName("bob").permissionsBoundary(boundary));
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(ADMINISTRATOR_ACCESS));
        Actor bob = bench.keyOf("bob");

        assertMayList(bob, false);
        admin.createPolicyVersion(
                create -> create.policyArn(boundary).policyDocument(LISTING).setAsDefault(true));
        assertMayList(bob, true);
    }

    @Test
    void aPolicyThatTookAnothersNameDecidesByItsOwnDocument() {
        Actor bob = bench.user("bob");
        String arn = admin.createPolicy(create -> create.policyName("own").policyDocument(LISTING))
                .policy()
                .arn();
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(arn));
        assertMayList(bob, true);

        admin.detachUserPolicy(detach -> detach.userName("bob").policyArn(arn));
        admin.deletePolicy(delete -> delete.policyArn(arn));
        assertThat(ownPolicy("own")).isEqualTo(arn);
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(arn));
        assertMayList(bob, false);
    }

    @Test
    void anInactiveOrDeletedKeyIsUnknown() {
        Actor bob = bench.user("bob", LISTING);

        assertMayList(bob, true);
        setStatus(bob, StatusType.INACTIVE);
        assertUnknown(bob);
        setStatus(bob, StatusType.ACTIVE);
        assertMayList(bob, true);
        admin.deleteAccessKey(delete -> delete.userName("bob").accessKeyId(bob.accessKeyId()));
        assertUnknown(bob);
    }

    @Test
    void theSessionOfADeletedUserIsUnknown() {
        bench.user("bob");
        String id = admin.getUser(get -> get.userName("bob")).user().userId();
        String keyId = admin.listAccessKeys(list -> list.userName("bob"))
                .accessKeyMetadata()
                .getFirst()
                .accessKeyId();
        Actor session = bench.signedIn(id, Origin.SIGN_IN);
        assertMayList(session, false);

        admin.deleteAccessKey(delete -> delete.userName("bob").accessKeyId(keyId));
        admin.deleteUser(delete -> delete.userName("bob"));
        assertUnknown(session);
        createUsers("bob");
        assertUnknown(session);
    }

    @Test
    void aNewNameAndNewTagsDecideTheNextRequest() {
        Actor bob = bench.user(
                "bob",
                Documents.allow("iam:GetUser", ARN + "user/${aws:username}"),
                Documents.allowIf("iam:ListUsers", "{'StringEquals':{'aws:PrincipalTag/may':'list'}}"));

        admin.updateUser(update -> update.userName("bob").newUserName("robert"));
        assertThat(bob.iam().getUser().user().userName()).isEqualTo("robert");
        assertThat(bob.sts().getCallerIdentity().arn()).isEqualTo(ARN + "user/robert");
        assertMayList(bob, false);
        admin.tagUser(tag -> tag.userName("robert")
                .tags(Tag.builder().key("may").value("list").build()));
        assertMayList(bob, true);
        admin.untagUser(untag -> untag.userName("robert").tagKeys("may"));
        assertMayList(bob, false);
    }

    private void setStatus(Actor actor, StatusType status) {
        admin.updateAccessKey(update ->
                update.userName("bob").accessKeyId(actor.accessKeyId()).status(status));
    }

    private static void assertMayList(Actor actor, boolean may) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> actor.iam().listUsers());
        if (may) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo("AccessDenied");
        }
    }

    private static void assertUnknown(Actor actor) {
        Refusal.assertRefused(() -> actor.iam().listUsers(), "InvalidClientTokenId", "nobody has this key");
    }
}
