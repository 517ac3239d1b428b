package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A group: users who share policies. A group is never a principal.
 *
 * @param id the unique ID, {@code AGPA…}
 * @param path begins and ends with a slash
 */
public record Group(String accountId, String id, String name, String path, Instant createDate) implements Entity {

    /** {@code arn:aws:iam::123456789012:group/path/name}. */
    public String arn(Partition partition) {
        return Arns.group(partition, accountId, path, name);
    }

    /** The same group under another name and path. */
    public Group renamed(String newName, String newPath) {
        return new Group(accountId, id, newName, newPath, createDate);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
