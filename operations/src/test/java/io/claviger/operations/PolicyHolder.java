package io.claviger.operations;

import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** Users, groups and roles, as what policies hang on: the same operations under three names each. */
enum PolicyHolder {
    USER("user", "User", "PoliciesPerUser", 2048) {
        @Override
        void create(IamClient iam, String name) {
            iam.createUser(request -> request.userName(name));
        }

        @Override
        void delete(IamClient iam, String name) {
            iam.deleteUser(request -> request.userName(name));
        }

        @Override
        void attach(IamClient iam, String name, String arn) {
            iam.attachUserPolicy(request -> request.userName(name).policyArn(arn));
        }

        @Override
        void detach(IamClient iam, String name, String arn) {
            iam.detachUserPolicy(request -> request.userName(name).policyArn(arn));
        }

        @Override
        List<AttachedPolicy> attached(IamClient iam, String name, int pageSize, String pathPrefix) {
            return iam
                    .listAttachedUserPoliciesPaginator(
                            request -> request.userName(name).maxItems(pageSize).pathPrefix(pathPrefix))
                    .attachedPolicies()
                    .stream()
                    .toList();
        }

        @Override
        void put(IamClient iam, String name, String policyName, String document) {
            iam.putUserPolicy(
                    request -> request.userName(name).policyName(policyName).policyDocument(document));
        }

        @Override
        Inline get(IamClient iam, String name, String policyName) {
            var policy = iam.getUserPolicy(request -> request.userName(name).policyName(policyName));
            return new Inline(policy.userName(), policy.policyName(), policy.policyDocument());
        }

        @Override
        List<String> inlineNames(IamClient iam, String name, int pageSize) {
            return iam
                    .listUserPoliciesPaginator(request -> request.userName(name).maxItems(pageSize))
                    .policyNames()
                    .stream()
                    .toList();
        }

        @Override
        void deleteInline(IamClient iam, String name, String policyName) {
            iam.deleteUserPolicy(request -> request.userName(name).policyName(policyName));
        }
    },
    GROUP("group", "Group", "PoliciesPerGroup", 5120) {
        @Override
        void create(IamClient iam, String name) {
            iam.createGroup(request -> request.groupName(name));
        }

        @Override
        void delete(IamClient iam, String name) {
            iam.deleteGroup(request -> request.groupName(name));
        }

        @Override
        void attach(IamClient iam, String name, String arn) {
            iam.attachGroupPolicy(request -> request.groupName(name).policyArn(arn));
        }

        @Override
        void detach(IamClient iam, String name, String arn) {
            iam.detachGroupPolicy(request -> request.groupName(name).policyArn(arn));
        }

        @Override
        List<AttachedPolicy> attached(IamClient iam, String name, int pageSize, String pathPrefix) {
            return iam
                    .listAttachedGroupPoliciesPaginator(request ->
                            request.groupName(name).maxItems(pageSize).pathPrefix(pathPrefix))
                    .attachedPolicies()
                    .stream()
                    .toList();
        }

        @Override
        void put(IamClient iam, String name, String policyName, String document) {
            iam.putGroupPolicy(
                    request -> request.groupName(name).policyName(policyName).policyDocument(document));
        }

        @Override
        Inline get(IamClient iam, String name, String policyName) {
            var policy = iam.getGroupPolicy(request -> request.groupName(name).policyName(policyName));
            return new Inline(policy.groupName(), policy.policyName(), policy.policyDocument());
        }

        @Override
        List<String> inlineNames(IamClient iam, String name, int pageSize) {
            return iam
                    .listGroupPoliciesPaginator(
                            request -> request.groupName(name).maxItems(pageSize))
                    .policyNames()
                    .stream()
                    .toList();
        }

        @Override
        void deleteInline(IamClient iam, String name, String policyName) {
            iam.deleteGroupPolicy(request -> request.groupName(name).policyName(policyName));
        }
    },
    ROLE("role", "Role", "PoliciesPerRole", 10_240) {
        @Override
        void create(IamClient iam, String name) {
            iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(Documents.trust("*")));
        }

        @Override
        void delete(IamClient iam, String name) {
            iam.deleteRole(request -> request.roleName(name));
        }

        @Override
        void attach(IamClient iam, String name, String arn) {
            iam.attachRolePolicy(request -> request.roleName(name).policyArn(arn));
        }

        @Override
        void detach(IamClient iam, String name, String arn) {
            iam.detachRolePolicy(request -> request.roleName(name).policyArn(arn));
        }

        @Override
        List<AttachedPolicy> attached(IamClient iam, String name, int pageSize, String pathPrefix) {
            return iam
                    .listAttachedRolePoliciesPaginator(
                            request -> request.roleName(name).maxItems(pageSize).pathPrefix(pathPrefix))
                    .attachedPolicies()
                    .stream()
                    .toList();
        }

        @Override
        void put(IamClient iam, String name, String policyName, String document) {
            iam.putRolePolicy(
                    request -> request.roleName(name).policyName(policyName).policyDocument(document));
        }

        @Override
        Inline get(IamClient iam, String name, String policyName) {
            var policy = iam.getRolePolicy(request -> request.roleName(name).policyName(policyName));
            return new Inline(policy.roleName(), policy.policyName(), policy.policyDocument());
        }

        @Override
        List<String> inlineNames(IamClient iam, String name, int pageSize) {
            return iam
                    .listRolePoliciesPaginator(request -> request.roleName(name).maxItems(pageSize))
                    .policyNames()
                    .stream()
                    .toList();
        }

        @Override
        void deleteInline(IamClient iam, String name, String policyName) {
            iam.deleteRolePolicy(request -> request.roleName(name).policyName(policyName));
        }
    };

    /** What AWS's messages call it. */
    final String word;

    /** The same with a capital. */
    final String title;

    /** What AWS calls the quota of managed policies. */
    final String quotaName;

    /** How many characters its inline policies may have together. */
    final int inlineQuota;

    PolicyHolder(String word, String title, String quotaName, int inlineQuota) {
        this.word = word;
        this.title = title;
        this.quotaName = quotaName;
        this.inlineQuota = inlineQuota;
    }

    /** An inline policy, as looked at. */
    record Inline(String holder, String name, String document) {}

    abstract void create(IamClient iam, String name);

    abstract void delete(IamClient iam, String name);

    abstract void attach(IamClient iam, String name, String arn);

    abstract void detach(IamClient iam, String name, String arn);

    abstract List<AttachedPolicy> attached(IamClient iam, String name, int pageSize, String pathPrefix);

    abstract void put(IamClient iam, String name, String policyName, String document);

    abstract Inline get(IamClient iam, String name, String policyName);

    abstract List<String> inlineNames(IamClient iam, String name, int pageSize);

    abstract void deleteInline(IamClient iam, String name, String policyName);
}
