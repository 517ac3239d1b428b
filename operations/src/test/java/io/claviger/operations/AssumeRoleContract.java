package io.claviger.operations;

import java.util.function.Consumer;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** Assumes roles as alice. */
abstract class AssumeRoleContract extends OnAWorkbench {

    final Actor alice = bench.user("alice", Documents.allow("sts:*", "*"));

    AssumeRoleResponse assume(Actor actor, String role, Consumer<AssumeRoleRequest.Builder> more) {
        return actor.sts()
                .assumeRole(request ->
                        more.accept(request.roleArn(ARN + "role/" + role).roleSessionName("night-shift")));
    }

    Actor session(Actor actor, String role) {
        return actor(assume(actor, role, _ -> {}).credentials());
    }

    Actor actor(Credentials credentials) {
        return new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
    }

    static PolicyDescriptorType policy(String arn) {
        return PolicyDescriptorType.builder().arn(arn).build();
    }

    void roleThatMay(String name, String action) {
        createRole(name);
        admin.putRolePolicy(put -> put.roleName(name).policyName("p").policyDocument(Documents.allow(action, "*")));
    }
}
