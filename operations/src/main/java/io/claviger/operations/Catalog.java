package io.claviger.operations;

import io.claviger.access.Authorizer;
import io.claviger.access.password.NewPasswords;
import io.claviger.iam.Quotas;
import io.claviger.operations.account.AccountAliases;
import io.claviger.operations.account.AccountProperties;
import io.claviger.operations.account.AccountSummary;
import io.claviger.operations.account.TokenPreferences;
import io.claviger.operations.credential.AccessKeys;
import io.claviger.operations.credential.ServerCertificateTags;
import io.claviger.operations.credential.ServerCertificates;
import io.claviger.operations.credential.ServiceCredentialList;
import io.claviger.operations.credential.ServiceCredentials;
import io.claviger.operations.credential.SigningCertificates;
import io.claviger.operations.credential.SshPublicKeys;
import io.claviger.operations.delegation.DelegationRequests;
import io.claviger.operations.delegation.DelegationSteps;
import io.claviger.operations.delegation.DelegationSummaries;
import io.claviger.operations.federation.OidcProviderChanges;
import io.claviger.operations.federation.OidcProviderTags;
import io.claviger.operations.federation.OidcProviders;
import io.claviger.operations.federation.SamlProviderChanges;
import io.claviger.operations.federation.SamlProviderTags;
import io.claviger.operations.federation.SamlProviders;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.group.GroupMembers;
import io.claviger.operations.group.Groups;
import io.claviger.operations.insight.LastAccessed;
import io.claviger.operations.insight.OrganizationAccess;
import io.claviger.operations.insight.ServiceAccess;
import io.claviger.operations.issuer.OutboundFederation;
import io.claviger.operations.issuer.WebIdentityTokens;
import io.claviger.operations.mfa.DeviceAssignments;
import io.claviger.operations.mfa.DeviceTags;
import io.claviger.operations.mfa.VirtualDevices;
import io.claviger.operations.organization.RootFeatures;
import io.claviger.operations.password.LoginProfiles;
import io.claviger.operations.password.PasswordChange;
import io.claviger.operations.password.PasswordPolicies;
import io.claviger.operations.policy.InlinePolicies;
import io.claviger.operations.policy.ManagedPolicies;
import io.claviger.operations.policy.PermissionsBoundaries;
import io.claviger.operations.policy.PolicyAttachments;
import io.claviger.operations.policy.PolicyList;
import io.claviger.operations.policy.PolicyTags;
import io.claviger.operations.policy.PolicyUses;
import io.claviger.operations.policy.PolicyVersions;
import io.claviger.operations.report.AuthorizationDetails;
import io.claviger.operations.report.CredentialReports;
import io.claviger.operations.role.AcquiredRoles;
import io.claviger.operations.role.InstanceProfileRoles;
import io.claviger.operations.role.InstanceProfileTags;
import io.claviger.operations.role.InstanceProfiles;
import io.claviger.operations.role.RoleChanges;
import io.claviger.operations.role.RoleTags;
import io.claviger.operations.role.RoleTemplates;
import io.claviger.operations.role.Roles;
import io.claviger.operations.role.ServiceLinkedRoles;
import io.claviger.operations.simulation.ContextKeyNames;
import io.claviger.operations.simulation.Simulator;
import io.claviger.operations.sts.SecurityTokens;
import io.claviger.operations.user.UserTags;
import io.claviger.operations.user.Users;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All operations that there are, by service and name. Immutable and thread-safe. */
public final class Catalog {

    private final Map<String, Operation<?>> byAction = new LinkedHashMap<>();
    private final Set<String> quick;
    private final Set<String> patient;

    /**
     * The operations of a deployment.
     *
     * @param latest shows entities from memory
     */
    public Catalog(Deployment deployment, Authorizer authorizer, EntityView latest) {
        Quotas quotas = deployment.quotas();
        NewPasswords newPasswords = new NewPasswords(deployment.passwords());
        Stream.of(
                        new Users(quotas, deployment.uniqueIds(), latest).operations(),
                        new UserTags(quotas).operations(),
                        new AccessKeys(quotas, deployment.accessKeyIds(), deployment.secrets(), deployment.keyUses())
                                .operations(),
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
                        new PermissionsBoundaries().operations(),
                        new Roles(quotas, deployment.uniqueIds(), deployment.roleUses()).operations(),
                        new RoleChanges(quotas).operations(),
                        new RoleTags(quotas).operations(),
                        new RoleTemplates().operations(),
                        new AcquiredRoles(
                                        new Roles(quotas, deployment.uniqueIds(), deployment.roleUses()),
                                        deployment.uniqueIds(),
                                        quotas.roles().trustPolicySize())
                                .operations(),
                        new ServiceLinkedRoles(deployment.uniqueIds(), deployment.roleDeletions()).operations(),
                        new InstanceProfiles(quotas, deployment.uniqueIds()).operations(),
                        new InstanceProfileRoles().operations(),
                        new InstanceProfileTags(quotas).operations(),
                        new LoginProfiles(newPasswords).operations(),
                        new PasswordChange(newPasswords, deployment.passwordChecks()).operations(),
                        new PasswordPolicies().operations(),
                        new VirtualDevices(quotas, deployment.mfaSeeds()).operations(),
                        new DeviceAssignments(quotas, deployment.mfaCodes()).operations(),
                        new DeviceTags(quotas).operations(),
                        new AccountSummary(quotas).operations(),
                        new AccountAliases().operations(),
                        new TokenPreferences().operations(),
                        new RootFeatures().operations(),
                        new OidcProviders(quotas, deployment.uniqueIds(), deployment.openIdConnect()).operations(),
                        new OidcProviderChanges().operations(),
                        new OidcProviderTags(quotas).operations(),
                        new SamlProviders(quotas.tagsPerEntity(), deployment.uniqueIds(), deployment.samlKeys())
                                .operations(),
                        new SamlProviderChanges(deployment.samlKeys()).operations(),
                        new SamlProviderTags(quotas).operations(),
                        new AccountProperties(deployment.uniqueIds()).operations(),
                        new OutboundFederation(deployment.uniqueIds(), deployment.issuerUrls(), deployment.issuerKeys())
                                .operations(),
                        new WebIdentityTokens(deployment.uniqueIds(), deployment.issuerUrls(), deployment.issuerKeys())
                                .operations(),
                        new ServiceAccess().operations(),
                        new LastAccessed(
                                        deployment.uniqueIds(),
                                        deployment.actionUses(),
                                        deployment.background(),
                                        byAction::containsKey)
                                .operations(),
                        new OrganizationAccess(deployment.uniqueIds(), deployment.actionUses(), deployment.background())
                                .operations(),
                        new CredentialReports(deployment.uniqueIds(), deployment.keyUses(), deployment.background())
                                .operations(),
                        new AuthorizationDetails(deployment.roleUses()).operations(),
                        new DelegationRequests(deployment.uniqueIds(), deployment.issuerUrls(), authorizer)
                                .operations(),
                        new DelegationSteps(deployment.accessKeyIds()).operations(),
                        new DelegationSummaries().operations(),
                        new Simulator(authorizer).operations(),
                        new ContextKeyNames().operations(),
                        new SecurityTokens(
                                        deployment.accessKeyIds(),
                                        deployment.tokens(),
                                        deployment.authorizationMessages(),
                                        deployment.samlKeys(),
                                        deployment.mfaCodes(),
                                        deployment.openIdConnect().verifier())
                                .operations())
                .flatMap(family -> family)
                .forEach(this::add);
        quick = names(byAction.values(), Operation::isQuick);
        patient = names(byAction.values(), Operation::isPatient);
    }

    private static Set<String> names(Collection<Operation<?>> operations, Predicate<Operation<?>> which) {
        return operations.stream().filter(which).map(Operation::name).collect(Collectors.toUnmodifiableSet());
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

    /** Whether an operation of this name may wait for seconds. */
    public boolean isPatient(String name) {
        return patient.contains(name);
    }

    /** All of them, family by family. */
    public Collection<Operation<?>> all() {
        return Collections.unmodifiableCollection(byAction.values());
    }
}
