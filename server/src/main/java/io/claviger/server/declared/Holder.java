package io.claviger.server.declared;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** Who has policies: a user, a group or a role that is there. */
sealed interface Holder {

    /** The ARNs of the managed policies that are attached. */
    List<String> attached();

    /** The inline policies, by name. */
    Map<String, String> inline();

    /** Attaches a managed policy. */
    void attach(String arn);

    /** Detaches a managed policy. */
    void detach(String arn);

    /** Sets an inline policy. */
    void put(String policy, String document);

    /** Deletes an inline policy. */
    void remove(String policy);

    private static List<String> arns(Iterable<AttachedPolicy> policies) {
        List<String> arns = new ArrayList<>();
        policies.forEach(policy -> arns.add(policy.policyArn()));
        return arns;
    }

    private static Map<String, String> documents(Iterable<String> names, UnaryOperator<String> document) {
        Map<String, String> documents = new LinkedHashMap<>();
        names.forEach(name -> documents.put(name, decoded(document.apply(name))));
        return documents;
    }

    /** A document as it was written: IAM's answers encode it as a part of a URL. */
    static String decoded(String document) {
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }

    /** A user. */
    record OfUser(IamClient iam, String name) implements Holder {

        @Override
        public List<String> attached() {
            return arns(iam.listAttachedUserPoliciesPaginator(list -> list.userName(name))
                    .attachedPolicies());
        }

        @Override
        public Map<String, String> inline() {
            return documents(
                    iam.listUserPoliciesPaginator(list -> list.userName(name)).policyNames(),
                    policy -> iam.getUserPolicy(get -> get.userName(name).policyName(policy))
                            .policyDocument());
        }

        @Override
        public void attach(String arn) {
            iam.attachUserPolicy(attach -> attach.userName(name).policyArn(arn));
        }

        @Override
        public void detach(String arn) {
            iam.detachUserPolicy(detach -> detach.userName(name).policyArn(arn));
        }

        @Override
        public void put(String policy, String document) {
            iam.putUserPolicy(put -> put.userName(name).policyName(policy).policyDocument(document));
        }

        @Override
        public void remove(String policy) {
            iam.deleteUserPolicy(delete -> delete.userName(name).policyName(policy));
        }
    }

    /** A group. */
    record OfGroup(IamClient iam, String name) implements Holder {

        @Override
        public List<String> attached() {
            return arns(iam.listAttachedGroupPoliciesPaginator(list -> list.groupName(name))
                    .attachedPolicies());
        }

        @Override
        public Map<String, String> inline() {
            return documents(
                    iam.listGroupPoliciesPaginator(list -> list.groupName(name)).policyNames(),
                    policy -> iam.getGroupPolicy(get -> get.groupName(name).policyName(policy))
                            .policyDocument());
        }

        @Override
        public void attach(String arn) {
            iam.attachGroupPolicy(attach -> attach.groupName(name).policyArn(arn));
        }

        @Override
        public void detach(String arn) {
            iam.detachGroupPolicy(detach -> detach.groupName(name).policyArn(arn));
        }

        @Override
        public void put(String policy, String document) {
            iam.putGroupPolicy(put -> put.groupName(name).policyName(policy).policyDocument(document));
        }

        @Override
        public void remove(String policy) {
            iam.deleteGroupPolicy(delete -> delete.groupName(name).policyName(policy));
        }
    }

    /** A role. */
    record OfRole(IamClient iam, String name) implements Holder {

        @Override
        public List<String> attached() {
            return arns(iam.listAttachedRolePoliciesPaginator(list -> list.roleName(name))
                    .attachedPolicies());
        }

        @Override
        public Map<String, String> inline() {
            return documents(
                    iam.listRolePoliciesPaginator(list -> list.roleName(name)).policyNames(),
                    policy -> iam.getRolePolicy(get -> get.roleName(name).policyName(policy))
                            .policyDocument());
        }

        @Override
        public void attach(String arn) {
            iam.attachRolePolicy(attach -> attach.roleName(name).policyArn(arn));
        }

        @Override
        public void detach(String arn) {
            iam.detachRolePolicy(detach -> detach.roleName(name).policyArn(arn));
        }

        @Override
        public void put(String policy, String document) {
            iam.putRolePolicy(put -> put.roleName(name).policyName(policy).policyDocument(document));
        }

        @Override
        public void remove(String policy) {
            iam.deleteRolePolicy(delete -> delete.roleName(name).policyName(policy));
        }
    }
}
