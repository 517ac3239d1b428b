package io.claviger.iam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance profile: what a machine is given so that it can act as a role.
 *
 * @param id the unique ID, {@code AIPA…}
 * @param path begins and ends with a slash
 * @param roleId the unique ID of the one role that it may hold; null if it holds none
 * @param tags in the order in which they were set
 */
public record InstanceProfile(
        String accountId,
        String id,
        String name,
        String path,
        Instant createDate,
        @Nullable String roleId,
        List<Tag> tags)
        implements Entity, Tagged<InstanceProfile> {

    /** Copies the tags. */
    public InstanceProfile {
        tags = List.copyOf(tags);
    }

    /** {@code arn:aws:iam::123456789012:instance-profile/path/name}. */
    public String arn(Partition partition) {
        return Arns.instanceProfile(partition, accountId, path, name);
    }

    /** The same profile holding this role; null for none. */
    public InstanceProfile holding(@Nullable String role) {
        return new InstanceProfile(accountId, id, name, path, createDate, role, tags);
    }

    @Override
    public InstanceProfile tagged(List<Tag> others) {
        return new InstanceProfile(accountId, id, name, path, createDate, roleId, others);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
