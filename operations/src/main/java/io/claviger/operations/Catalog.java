package io.claviger.operations;

import io.claviger.access.Authorizer;
import io.claviger.iam.Quotas;
import io.claviger.operations.account.AccountSettings;
import io.claviger.operations.account.AccountSummary;
import io.claviger.operations.credential.AccessKeys;
import io.claviger.operations.credential.OtherCredentials;
import io.claviger.operations.credential.ServerCertificateTags;
import io.claviger.operations.credential.ServerCertificates;
import io.claviger.operations.credential.ServiceCredentialList;
import io.claviger.operations.credential.ServiceCredentials;
import io.claviger.operations.credential.SigningCertificates;
import io.claviger.operations.credential.SshPublicKeys;
import io.claviger.operations.federation.IdentityProviders;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.group.GroupMembers;
import io.claviger.operations.group.Groups;
import io.claviger.operations.policy.InlinePolicies;
import io.claviger.operations.policy.ManagedPolicies;
import io.claviger.operations.policy.PolicyAttachments;
import io.claviger.operations.policy.PolicyList;
import io.claviger.operations.policy.PolicyTags;
import io.claviger.operations.policy.PolicyUses;
import io.claviger.operations.policy.PolicyVersions;
import io.claviger.operations.report.AuthorizationDetails;
import io.claviger.operations.report.CredentialReports;
import io.claviger.operations.role.InstanceProfileRoles;
import io.claviger.operations.role.InstanceProfileTags;
import io.claviger.operations.role.InstanceProfiles;
import io.claviger.operations.role.RoleChanges;
import io.claviger.operations.role.RoleTags;
import io.claviger.operations.role.Roles;
import io.claviger.operations.simulation.ContextKeyNames;
import io.claviger.operations.simulation.Simulator;
import io.claviger.operations.sts.SecurityTokens;
import io.claviger.operations.user.UserBoundaries;
import io.claviger.operations.user.UserTags;
import io.claviger.operations.user.Users;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All operations that there are, by service and name. Immutable and thread-safe. */
public final class Catalog {

    private final Map<String, Operation<?>> byAction = new LinkedHashMap<>();
    private final Set<String> quick;

    /**
     * The operations of a deployment.
     *
     * @param latest shows entities from memory
     */
    public Catalog(Deployment deployment, Authorizer authorizer, EntityView latest) {
        Quotas quotas = deployment.quotas();
        Stream.of(
                        new Users(quotas, deployment.uniqueIds(), latest).operations(),
                        new UserTags(quotas).operations(),
                        new UserBoundaries().operations(),
                        new AccessKeys(quotas, deployment.accessKeyIds(), deployment.secrets(), deployment.keyUses())
                                .operations(),
                        new OtherCredentials().operations(),
                        new SshPublicKeys(quotas, deployment.accessKeyIds()).operations(),
                        new SigningCertificates(quotas).operations(),
                        new ServiceCredentials(quotas, deployment.uniqueIds(), deployment.accessKeyIds()).operations(),
                        new ServiceCredentialList().operations(),
                        new ServerCertificates(quotas, deployment.uniqueIds(), deployment.certificateKeys())
                                .operations(),
                        new ServerCertificateTags(quotas).operations(),
                        new Groups(quotas, deployment.uniqueIds()).operations(),
                        new GroupMembers(quotas).operations(),
                        new ManagedPolicies(quotas, deployment.uniqueIds()).operations(),
                        new PolicyList().operations(),
                        new PolicyTags(quotas).operations(),
                        new PolicyUses().operations(),
                        new PolicyVersions(quotas).operations(),
                        new PolicyAttachments(quotas).operations(),
                        new InlinePolicies(quotas).operations(),
                        new Roles(quotas, deployment.uniqueIds()).operations(),
                        new RoleChanges(quotas).operations(),
                        new RoleTags(quotas).operations(),
                        new InstanceProfiles(quotas, deployment.uniqueIds()).operations(),
                        new InstanceProfileRoles().operations(),
                        new InstanceProfileTags(quotas).operations(),
                        new AccountSummary(quotas).operations(),
                        new AccountSettings().operations(),
                        new CredentialReports(deployment.keyUses(), deployment.background()).operations(),
                        new AuthorizationDetails().operations(),
                        new IdentityProviders().operations(),
                        new Simulator(authorizer).operations(),
                        new ContextKeyNames().operations(),
                        new SecurityTokens(deployment.accessKeyIds(), deployment.tokens()).operations())
                .flatMap(family -> family)
                .forEach(this::add);
        quick = namesOfQuick(byAction.values());
    }

    private static Set<String> namesOfQuick(Collection<Operation<?>> operations) {
        return operations.stream()
                .filter(Operation::isQuick)
                .map(Operation::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void add(Operation<?> operation) {
        if (byAction.put(operation.action(), operation) != null) {
            throw new IllegalStateException("two rows for " + operation.action());
        }
    }

    /** The operation of this name; empty when there is none. */
    public Optional<Operation<?>> find(String service, String name) {
        return Optional.ofNullable(byAction.get(service + ":" + name));
    }

    /** Whether an operation of this name is usually answered from memory, so that nobody waits for the database. */
    public boolean isQuick(String name) {
        return quick.contains(name);
    }

    /** All of them, family by family. */
    public Collection<Operation<?>> all() {
        return Collections.unmodifiableCollection(byAction.values());
    }
}
