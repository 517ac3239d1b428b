package io.claviger.policy.catalog;

import java.util.List;

/**
 * A type of the resources of a service. Immutable.
 *
 * @param name its name, such as {@code bucket}
 * @param arn the form of its ARNs, such as <code>arn:${Partition}:s3:::${BucketName}</code>
 * @param conditionKeys the keys by which access to such a resource can be limited
 */
public record ResourceType(String name, String arn, List<ConditionKey> conditionKeys) {

    /** Copies the list of keys. */
    public ResourceType {
        conditionKeys = List.copyOf(conditionKeys);
    }

    /** The service part of its ARNs; mostly, but not always, the prefix of its service. */
    public String arnService() {
        int from = arn.indexOf(':', arn.indexOf(':') + 1) + 1;
        return arn.substring(from, arn.indexOf(':', from));
    }
}
