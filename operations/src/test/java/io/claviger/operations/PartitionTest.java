package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.Partition;
import io.claviger.iam.Quotas;
import io.claviger.operations.request.EntityArn;
import io.claviger.operations.simulation.SimulatedCaller;
import io.claviger.policy.request.Requester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/** An account in another partition than {@code aws}: its ARNs say so, and so do those of AWS's policies. */
class PartitionTest {

    private static final String ARN = "arn:aws-cn:iam::" + Workbench.ACCOUNT + ":";
    private static final String READ_ONLY = "arn:aws-cn:iam::aws:policy/ReadOnlyAccess";

    private final Workbench bench = new Workbench(Quotas.AWS, Partition.CHINA);
    private final IamClient admin = bench.admin();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void arnsAreOfThePartition() {
        assertThat(bench.administrator().sts().getCallerIdentity().arn()).isEqualTo(ARN + "user/Administrator");
        assertThat(admin.createUser(create -> create.userName("alice")).user().arn())
                .isEqualTo(ARN + "user/alice");
        assertThat(admin.createGroup(create -> create.groupName("devs")).group().arn())
                .isEqualTo(ARN + "group/devs");
        String own = admin.createPolicy(create -> create.policyName("own").policyDocument(Documents.allow("s3:*", "*")))
                .policy()
                .arn();
        assertThat(own).isEqualTo(ARN + "policy/own");
        assertThat(admin.getPolicy(get -> get.policyArn(own)).policy().arn()).isEqualTo(own);
        assertThat(bench.root().iam().getUser().user().arn()).isEqualTo(ARN + "root");
    }

    @Test
    void awssPoliciesAreThoseOfThePartition() {
        admin.createUser(create -> create.userName("alice"));
        admin.attachUserPolicy(attach -> attach.userName("alice").policyArn(READ_ONLY));

        assertThat(admin.listAttachedUserPolicies(list -> list.userName("alice"))
                        .attachedPolicies())
                .extracting(AttachedPolicy::policyArn)
                .containsExactly(READ_ONLY);
        assertThat(bench.keyOf("alice").iam().listUsers().users()).hasSize(2);
        assertThat(admin.getPolicy(get -> get.policyArn(READ_ONLY)).policy().arn())
                .isEqualTo(READ_ONLY);
        assertThat(admin.listPolicies(list -> list.scope(PolicyScopeType.AWS)).policies())
                .extracting(Policy::arn)
                .allMatch(arn -> arn.startsWith("arn:aws-cn:iam::aws:policy/"));
    }

    @Test
    void policiesOfAnotherPartitionAreRefused() {
        admin.createUser(create -> create.userName("alice"));

        assertRefused(
                () -> admin.attachUserPolicy(
                        attach -> attach.userName("alice").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess")),
                "ValidationError",
                "Invalid ARN partition");
    }

    @Test
    void policiesThatNameResourcesOfAnotherPartitionAreRefused() {
        String foreign = Documents.allow("s3:GetObject", "arn:aws:s3:::b/*");
        String message = "Partition \"aws\" is not valid for resource \"arn:aws:s3:::b/*\".";
        admin.createUser(create -> create.userName("carol"));

        assertRefused(
                () -> admin.putUserPolicy(
                        put -> put.userName("carol").policyName("p").policyDocument(foreign)),
                "MalformedPolicyDocument",
                message);
        assertRefused(
                () -> admin.createPolicy(create -> create.policyName("p").policyDocument(foreign)),
                "MalformedPolicyDocument",
                message);
    }

    @Test
    void trustPoliciesThatNamePrincipalsOfAnotherPartitionAreRefused() {
        String foreign = "arn:aws:iam::" + Workbench.ACCOUNT + ":root";

        assertRefused(
                () -> admin.createRole(
                        create -> create.roleName("r").assumeRolePolicyDocument(Documents.trust(foreign))),
                "MalformedPolicyDocument",
                "Invalid principal in policy: \"AWS\":\"" + foreign + "\"");
        admin.createRole(create -> create.roleName("r").assumeRolePolicyDocument(Documents.trust(ARN + "root")));
    }

    @Test
    void policiesBindByArnsOfThePartition() {
        Actor alice = bench.user("alice", Documents.allow("iam:GetUser", ARN + "user/alice"));
        Actor bob = bench.user("bob", Documents.allow("iam:GetUser", "arn:aws-u*:iam::*:user/*"));

        assertThat(alice.iam().getUser().user().userName()).isEqualTo("alice");
        Refusal.assertDenied(
                () -> bob.iam().getUser(),
                "User: " + ARN + "user/bob is not authorized to perform: iam:GetUser on resource: user bob because no"
                        + " identity-based policy allows the iam:GetUser action");
    }

    @Test
    void theSessionOfASimulatedRoleIsOfTheRolesPartition() {
        EntityArn role = EntityArn.parse(ARN + "role/path/r").orElseThrow();

        assertThat(SimulatedCaller.of(role, "AROA1").requester())
                .isEqualTo(new Requester.RoleSession(
                        Workbench.ACCOUNT,
                        role.text(),
                        "AROA1",
                        "arn:aws-cn:sts::" + Workbench.ACCOUNT + ":assumed-role/r/",
                        false));
    }
}
