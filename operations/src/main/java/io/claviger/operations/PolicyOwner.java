package io.claviger.operations;

import io.claviger.iam.Quotas;
import io.claviger.iam.store.Reading;

/**
 * A user or a group, as what policies hang on.
 *
 * @param attachmentQuota how many managed policies it may have
 * @param attachmentQuotaName what AWS calls that quota
 * @param inlineQuota how many characters its inline policies may have together, white space aside
 */
record PolicyOwner(
        Kind kind, String id, String name, int attachmentQuota, String attachmentQuotaName, int inlineQuota) {

    /** What it is. */
    enum Kind {
        USER("user", "User"),
        GROUP("group", "Group");

        private final String word;
        private final String title;

        Kind(String word, String title) {
            this.word = word;
            this.title = title;
        }

        /** As AWS's messages say it. */
        String word() {
            return word;
        }

        /** As AWS's messages say it with a capital. */
        String title() {
            return title;
        }
    }

    /** The user of this name, or a refusal. */
    static PolicyOwner user(Reading reading, Call call, Quotas quotas, String name) {
        var user = Named.user(reading, call, name);
        return new PolicyOwner(
                Kind.USER,
                user.id(),
                user.name(),
                quotas.policiesPerUser(),
                "PoliciesPerUser",
                quotas.userPolicySize());
    }

    /** The group of this name, or a refusal. */
    static PolicyOwner group(Reading reading, Call call, Quotas quotas, String name) {
        var group = Named.group(reading, call, name);
        return new PolicyOwner(
                Kind.GROUP,
                group.id(),
                group.name(),
                quotas.policiesPerGroup(),
                "PoliciesPerGroup",
                quotas.groupPolicySize());
    }
}
