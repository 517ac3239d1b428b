package io.claviger.operations.insight;

import io.claviger.iam.Attachment;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.iam.model.PolicyGrantingServiceAccess;
import software.amazon.awssdk.services.iam.model.PolicyOwnerEntityType;

/** The policies of a user, a group or a role, each with its document: attached ones once, then inline ones. */
final class GrantingPolicies {

    private final Reading reading;
    private final String accountId;
    private final Map<PolicyGrantingServiceAccess, PolicyDocument> documents = new LinkedHashMap<>();

    private GrantingPolicies(Reading reading, String accountId) {
        this.reading = reading;
        this.accountId = accountId;
    }

    static GrantingPolicies ofUser(Reading reading, String accountId, String id, String name) {
        GrantingPolicies policies = new GrantingPolicies(reading, accountId);
        policies.add(PolicyOwnerEntityType.USER, id, name);
        for (Group group : reading.groups().ofUser(id, Slice.ALL)) {
            policies.add(PolicyOwnerEntityType.GROUP, group.id(), group.name());
        }
        return policies;
    }

    static GrantingPolicies of(Reading reading, String accountId, PolicyOwnerEntityType type, String id, String name) {
        GrantingPolicies policies = new GrantingPolicies(reading, accountId);
        policies.add(type, id, name);
        return policies;
    }

    /** Their documents. */
    Collection<PolicyDocument> documents() {
        return Collections.unmodifiableCollection(documents.values());
    }

    /** Those that grant something of the service. */
    List<PolicyGrantingServiceAccess> granting(String namespace) {
        return documents.entrySet().stream()
                .filter(policy -> GrantedServices.grants(policy.getValue(), namespace))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(PolicyOwnerEntityType type, String ownerId, String ownerName) {
        for (Attachment attachment : reading.attachments().ofOwner(ownerId, Slice.ALL)) {
            add(
                    PolicyGrantingServiceAccess.builder()
                            .policyName(attachment.policyName())
                            .policyType("MANAGED")
                            .policyArn(attachment.policyArn())
                            .build(),
                    () -> NamedPolicy.document(reading, accountId, attachment.policyArn()));
        }
        for (InlinePolicy policy : reading.inlinePolicies().ofOwner(ownerId, Slice.ALL)) {
            add(
                    PolicyGrantingServiceAccess.builder()
                            .policyName(policy.name())
                            .policyType("INLINE")
                            .entityType(type)
                            .entityName(ownerName)
                            .build(),
                    () -> Optional.of(policy.document()));
        }
    }

    /** A policy that is not there any more, or cannot be evaluated, grants nothing. */
    private void add(PolicyGrantingServiceAccess policy, Supplier<Optional<String>> document) {
        if (!documents.containsKey(policy)
                && document.get()
                                .map(text -> PolicyParser.parse(text, PolicyType.IDENTITY))
                                .orElse(null)
                        instanceof PolicyDocument parsed) {
            documents.put(policy, parsed);
        }
    }
}
