package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A customer managed policy; its documents are its {@link PolicyVersion versions}.
 *
 * @param id the unique ID, {@code ANPA…}
 * @param path begins and ends with a slash
 * @param description empty when none was given; fixed at creation
 * @param updateDate when its latest version was created
 * @param defaultVersion the number of the version in force
 * @param latestVersion the highest number that a version ever had; a number is never used twice
 */
public record ManagedPolicy(
        String accountId,
        String id,
        String name,
        String path,
        String description,
        Instant createDate,
        Instant updateDate,
        int defaultVersion,
        int latestVersion,
        List<Tag> tags)
        implements Entity, Tagged<ManagedPolicy> {

    /** Copies the tags. */
    public ManagedPolicy {
        tags = List.copyOf(tags);
    }

    /** {@code arn:aws:iam::123456789012:policy/path/name}. */
    public String arn(Partition partition) {
        return Arns.policy(partition, accountId, path, name);
    }

    /** Whether an ARN names this policy, in whichever partition. */
    public boolean isNamedBy(String arn) {
        return isNamedBy(arn, accountId, path, name);
    }

    /** Whether an ARN names the policy of this account, path and name, in whichever partition. */
    public static boolean isNamedBy(String arn, String accountId, String path, String name) {
        return arn.endsWith(":iam::" + accountId + ":policy" + path + name);
    }

    /** The same policy with another version in force. */
    public ManagedPolicy withDefaultVersion(int version) {
        return new ManagedPolicy(
                accountId, id, name, path, description, createDate, updateDate, version, latestVersion, tags);
    }

    /** The same policy after a version was added to it at the given time. */
    public ManagedPolicy withLatestVersion(int version, Instant now) {
        return new ManagedPolicy(
                accountId, id, name, path, description, createDate, now, defaultVersion, version, tags);
    }

    @Override
    public ManagedPolicy tagged(List<Tag> others) {
        return new ManagedPolicy(
                accountId, id, name, path, description, createDate, updateDate, defaultVersion, latestVersion, others);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
