package io.claviger.iam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role: permissions that others take on for a session.
 *
 * @param id the unique ID, {@code AROA…}, never used again, even for a later role of the same name
 * @param path begins and ends with a slash
 * @param description null if it has none
 * @param trustPolicy who may assume it: the document as it was written, but with users and roles by their unique IDs, so
 *     that no later one of the same name is trusted
 * @param maxSession how long a session may last
 * @param boundaryArn the managed policy that bounds its permissions, if one does
 * @param tags in the order in which they were set
 */
public record Role(
        String accountId,
        String id,
        String name,
        String path,
        @Nullable String description,
        Instant createDate,
        String trustPolicy,
        Duration maxSession,
        @Nullable String boundaryArn,
        List<Tag> tags)
        implements Entity, Tagged<Role>, Bounded<Role> {

    /** Where roles stand that are linked to a service. */
    public static final String SERVICE_LINKED_PATH = "/aws-service-role/";

    /** Copies the tags. */
    public Role {
        tags = List.copyOf(tags);
    }

    /** {@code arn:aws:iam::123456789012:role/path/name}. */
    public String arn(Partition partition) {
        return Arns.role(partition, accountId, path, name);
    }

    /** Whether the role is linked to a service, so that only the service may change it. */
    public boolean isServiceLinked() {
        return path.startsWith(SERVICE_LINKED_PATH);
    }

    /** The same role, trusting whom this document names. */
    public Role trusting(String document) {
        return new Role(accountId, id, name, path, description, createDate, document, maxSession, boundaryArn, tags);
    }

    /** The same role with another description. */
    public Role described(@Nullable String other) {
        return new Role(accountId, id, name, path, other, createDate, trustPolicy, maxSession, boundaryArn, tags);
    }

    /** The same role whose sessions may last so long. */
    public Role lasting(Duration longest) {
        return new Role(accountId, id, name, path, description, createDate, trustPolicy, longest, boundaryArn, tags);
    }

    @Override
    public Role bounded(@Nullable String policyArn) {
        return new Role(accountId, id, name, path, description, createDate, trustPolicy, maxSession, policyArn, tags);
    }

    @Override
    public Role tagged(List<Tag> others) {
        return new Role(
                accountId, id, name, path, description, createDate, trustPolicy, maxSession, boundaryArn, others);
    }

    @Override
    public List<String> touches() {
        return List.of(id);
    }
}
