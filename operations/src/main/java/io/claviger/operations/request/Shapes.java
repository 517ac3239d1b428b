package io.claviger.operations.request;

import io.claviger.iam.Account;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.Group;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Partition;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.Policy;

/** Our entities in the shapes of the wire. */
public final class Shapes {

    /** The one type of boundaries that AWS answers with; the enumeration of its model names another. */
    private static final String BOUNDARY_TYPE = "Policy";

    private Shapes() {}

    /** A user with everything that is known of it. */
    public static software.amazon.awssdk.services.iam.model.User user(User user, Partition partition) {
        return listed(user, partition).toBuilder()
                .permissionsBoundary(user.boundaryArn() == null ? null : boundary(user.boundaryArn()))
                .tags(user.tags().isEmpty() ? null : tags(user.tags()))
                .build();
    }

    /** A user as lists show it: without boundary and tags. */
    public static software.amazon.awssdk.services.iam.model.User listed(User user, Partition partition) {
        return software.amazon.awssdk.services.iam.model.User.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn(partition))
                .createDate(user.createDate())
                .passwordLastUsed(user.passwordLastUsed())
                .build();
    }

    /** A user as a member of a group. */
    public static software.amazon.awssdk.services.iam.model.User member(User user, Partition partition) {
        return listed(user, partition).toBuilder().passwordLastUsed(null).build();
    }

    /** The root user, which has neither name nor path. */
    public static software.amazon.awssdk.services.iam.model.User rootUser(Account account, Partition partition) {
        return software.amazon.awssdk.services.iam.model.User.builder()
                .userId(account.accountId())
                .arn(account.rootArn(partition))
                .createDate(account.createDate())
                .passwordLastUsed(account.passwordLastUsed())
                .build();
    }

    /** A permissions boundary. */
    public static AttachedPermissionsBoundary boundary(String policyArn) {
        return AttachedPermissionsBoundary.builder()
                .permissionsBoundaryType(BOUNDARY_TYPE)
                .permissionsBoundaryArn(policyArn)
                .build();
    }

    /** A group. */
    public static software.amazon.awssdk.services.iam.model.Group group(Group group, Partition partition) {
        return software.amazon.awssdk.services.iam.model.Group.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn(partition))
                .createDate(group.createDate())
                .build();
    }

    /** Tags, in their order. */
    public static List<software.amazon.awssdk.services.iam.model.Tag> tags(List<Tag> tags) {
        return tags.stream().map(Shapes::tag).toList();
    }

    /** A tag. */
    public static software.amazon.awssdk.services.iam.model.Tag tag(Tag tag) {
        return software.amazon.awssdk.services.iam.model.Tag.builder()
                .key(tag.key())
                .value(tag.value())
                .build();
    }

    /** A customer managed policy as lists show it: without description and tags. */
    public static Policy policy(ManagedPolicy policy, Partition partition, int attachments, int boundaries) {
        return Policy.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn(partition))
                .path(policy.path())
                .defaultVersionId("v" + policy.defaultVersion())
                .attachmentCount(attachments)
                .permissionsBoundaryUsageCount(boundaries)
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .build();
    }

    /** An AWS managed policy. */
    public static Policy policy(AwsManagedPolicy policy, int attachments, int boundaries) {
        return Policy.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersionId())
                .attachmentCount(attachments)
                .permissionsBoundaryUsageCount(boundaries)
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .build();
    }
}
