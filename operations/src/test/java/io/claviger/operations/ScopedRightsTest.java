package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.StatusType;

/** Rights on some resources, and none on others. */
class ScopedRightsTest extends OnAWorkbench {

    @Test
    void whoMayManageTheirOwnKeysManagesNobodyElses() {
        IamClient bob = bench.user("bob", Documents.allow("iam:*AccessKey*", "arn:aws:iam::*:user/${aws:username}"))
                .iam();
        bench.user("bobby");
        String bobbysKey = admin.listAccessKeys(list -> list.userName("bobby"))
                .accessKeyMetadata()
                .getFirst()
                .accessKeyId();

        String own = bob.createAccessKey().accessKey().accessKeyId();
        bob.updateAccessKey(update -> update.userName("BOB").accessKeyId(own).status(StatusType.INACTIVE));
        assertThat(bob.getAccessKeyLastUsed(get -> get.accessKeyId(own)).userName())
                .isEqualTo("bob");
        bob.deleteAccessKey(delete -> delete.userName("bob").accessKeyId(own));
        assertThat(bob.listAccessKeys().accessKeyMetadata()).hasSize(1);

        for (String other : List.of("bobby", "Administrator", "nobody")) {
            assertDenied(
                    () -> bob.createAccessKey(create -> create.userName(other)),
                    "User: " + ARN + "user/bob is not authorized to perform: iam:CreateAccessKey on resource: user "
                            + other + " because no identity-based policy allows the iam:CreateAccessKey action");
        }
        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> bob.deleteAccessKey(
                                delete -> delete.userName("bobby").accessKeyId(bobbysKey))))
                .isNotNull();
        assertRefused(
                () -> bob.deleteAccessKey(delete -> delete.accessKeyId(bobbysKey)),
                "NoSuchEntity",
                "The Access Key with id " + bobbysKey + " cannot be found.");
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> bob.getAccessKeyLastUsed(get -> get.accessKeyId(bobbysKey))))
                .isNotNull();
        assertThat(catchThrowableOfType(Refusal.class, () -> bob.getUser())).isNotNull();
    }

    @Test
    void rightsOnAPathEndAtThePath() {
        IamClient bob = bench.user("bob", Documents.allow("iam:*User", ARN + "user/dev/*"))
                .iam();

        bob.createUser(create -> create.userName("d").path("/dev/"));
        assertThat(bob.getUser(get -> get.userName("d")).user().path()).isEqualTo("/dev/");
        String refusal = "User: " + ARN + "user/bob is not authorized to perform: iam:";
        String reason = " because no identity-based policy allows the iam:";
        assertDenied(
                () -> bob.createUser(create -> create.userName("e")),
                refusal + "CreateUser on resource: " + ARN + "user/e" + reason + "CreateUser action");
        assertDenied(
                () -> bob.updateUser(update -> update.userName("d").newPath("/ops/")),
                refusal + "UpdateUser on resource: user d" + reason + "UpdateUser action");
        assertDenied(
                () -> bob.deleteUser(delete -> delete.userName("Administrator")),
                refusal + "DeleteUser on resource: user Administrator" + reason + "DeleteUser action");
        bob.updateUser(update -> update.userName("d").newPath("/dev/deeper/"));
        assertThat(admin.getUser(get -> get.userName("d")).user().path()).isEqualTo("/dev/deeper/");
    }

    @Test
    void groupsAreRenamedOnlyToWhatOneHasRightsOn() {
        IamClient bob = bench.user("bob", Documents.allow("iam:*Group", ARN + "group/dev*"))
                .iam();
        bob.createGroup(create -> create.groupName("dev-1"));

        assertDenied(
                () -> bob.updateGroup(update -> update.groupName("dev-1").newGroupName("ops")),
                "User: " + ARN + "user/bob is not authorized to perform: iam:UpdateGroup on resource: group ops"
                        + " because no identity-based policy allows the iam:UpdateGroup action");
        bob.updateGroup(update -> update.groupName("dev-1").newGroupName("dev-2"));
        assertThat(bob.getGroup(get -> get.groupName("dev-2")).group().groupName())
                .isEqualTo("dev-2");
    }

    @Test
    void nobodyGivesThemselvesWhatTheyHaveNotGot() {
        Actor bob = bench.user("bob", Documents.allow("s3:*", "*"));
        AttachUserPolicyRequest attach = AttachUserPolicyRequest.builder()
                .userName("bob")
                .policyArn(ADMINISTRATOR_ACCESS)
                .build();

        assertDenied(
                () -> bob.iam().attachUserPolicy(attach),
                "User: " + ARN + "user/bob is not authorized to perform: iam:AttachUserPolicy on resource: user bob"
                        + " because no identity-based policy allows the iam:AttachUserPolicy action");
        assertThat(admin.listAttachedUserPolicies(list -> list.userName("bob")).attachedPolicies())
                .isEmpty();
    }
}
