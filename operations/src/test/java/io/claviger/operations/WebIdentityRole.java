package io.claviger.operations;

import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/** Sessions of a role that trusts an identity provider. */
abstract class WebIdentityRole extends WebIdentityGround {

    static final String NOT_AUTHORIZED = "Not authorized to perform sts:AssumeRoleWithWebIdentity";

    Actor session(AssumeRoleWithWebIdentityResponse answer) {
        return new Actor(
                bench, answer.credentials().accessKeyId(), answer.credentials().sessionToken());
    }

    void roleMay(String document) {
        admin.putRolePolicy(put -> put.roleName(ROLE).policyName("p").policyDocument(document));
    }
}
