package io.claviger.operations.account;

import io.claviger.iam.Quotas;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

/**
 * What an account has, and may have: all keys that AWS's answer has.
 */
public final class AccountSummary {

    /** AWS's default quotas of what cannot be created here, or is bounded by other quotas. */
    private static final Map<SummaryKeyType, Integer> OTHER_QUOTAS =
            Map.of(SummaryKeyType.POLICY_VERSIONS_IN_USE_QUOTA, 10_000);

    private final Quotas quotas;

    /** A summary that shows these quotas. */
    public AccountSummary(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on("iam:GetAccountSummary", GetAccountSummaryRequest.class, Finder.anything(), this::get));
    }

    private GetAccountSummaryResponse get(Execution<GetAccountSummaryRequest> execution) {
        Call call = execution.call();
        Map<SummaryKeyType, Integer> summary = new EnumMap<>(SummaryKeyType.class);
        putQuotas(summary, quotas);
        execution.read(reading -> {
            putCounts(summary, reading, call.accountId());
            return summary;
        });
        return GetAccountSummaryResponse.builder().summaryMap(summary).build();
    }

    private static void putCounts(Map<SummaryKeyType, Integer> summary, Reading reading, String accountId) {
        summary.put(SummaryKeyType.USERS, Math.toIntExact(reading.accounts().count(accountId, Counted.USERS)));
        summary.put(SummaryKeyType.GROUPS, Math.toIntExact(reading.accounts().count(accountId, Counted.GROUPS)));
        summary.put(SummaryKeyType.POLICIES, Math.toIntExact(reading.accounts().count(accountId, Counted.POLICIES)));
        summary.put(
                SummaryKeyType.POLICY_VERSIONS_IN_USE,
                Math.toIntExact(reading.accounts().count(accountId, Counted.POLICY_VERSIONS)));
        summary.put(
                SummaryKeyType.ACCOUNT_ACCESS_KEYS_PRESENT,
                reading.keys().ofOwner(accountId).isEmpty() ? 0 : 1);
        summary.put(SummaryKeyType.ACCOUNT_PASSWORD_PRESENT, 1);
        summary.put(SummaryKeyType.ACCOUNT_MFA_ENABLED, reading.mfaDevices().has(accountId) ? 1 : 0);
        summary.put(
                SummaryKeyType.ACCOUNT_SIGNING_CERTIFICATES_PRESENT,
                reading.signingCertificates().ofOwner(accountId).isEmpty() ? 0 : 1);
        // A hardware token that is nobody's is in no answer of AWS.
        long others = reading.accounts().count(accountId, Counted.FIDO_DEVICES)
                + reading.accounts().count(accountId, Counted.HARDWARE_TOKENS_IN_USE);
        summary.put(
                SummaryKeyType.MFA_DEVICES,
                Math.toIntExact(others + reading.accounts().count(accountId, Counted.MFA_DEVICES)));
        summary.put(
                SummaryKeyType.MFA_DEVICES_IN_USE,
                Math.toIntExact(others + reading.accounts().count(accountId, Counted.MFA_DEVICES_IN_USE)));
        summary.put(
                SummaryKeyType.SERVER_CERTIFICATES,
                Math.toIntExact(reading.accounts().count(accountId, Counted.SERVER_CERTIFICATES)));
        summary.put(SummaryKeyType.ROLES, Math.toIntExact(reading.accounts().count(accountId, Counted.ROLES)));
        summary.put(
                SummaryKeyType.INSTANCE_PROFILES,
                Math.toIntExact(reading.accounts().count(accountId, Counted.INSTANCE_PROFILES)));
        summary.put(
                SummaryKeyType.PROVIDERS,
                Math.toIntExact(reading.accounts().count(accountId, Counted.SAML_PROVIDERS)
                        + reading.accounts().count(accountId, Counted.OIDC_PROVIDERS)));
        summary.put(
                SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, reading.accounts().tokenVersion(accountId));
    }

    private static void putQuotas(Map<SummaryKeyType, Integer> summary, Quotas quotas) {
        summary.put(SummaryKeyType.USERS_QUOTA, quotas.usersPerAccount());
        summary.put(SummaryKeyType.GROUPS_QUOTA, quotas.groupsPerAccount());
        summary.put(SummaryKeyType.POLICIES_QUOTA, quotas.policiesPerAccount());
        summary.put(SummaryKeyType.ACCESS_KEYS_PER_USER_QUOTA, quotas.accessKeysPerUser());
        summary.put(SummaryKeyType.GROUPS_PER_USER_QUOTA, quotas.groupsPerUser());
        summary.put(SummaryKeyType.ATTACHED_POLICIES_PER_USER_QUOTA, quotas.policiesPerUser());
        summary.put(SummaryKeyType.ATTACHED_POLICIES_PER_GROUP_QUOTA, quotas.policiesPerGroup());
        summary.put(SummaryKeyType.VERSIONS_PER_POLICY_QUOTA, quotas.versionsPerPolicy());
        summary.put(SummaryKeyType.POLICY_SIZE_QUOTA, quotas.managedPolicySize());
        summary.put(SummaryKeyType.USER_POLICY_SIZE_QUOTA, quotas.userPolicySize());
        summary.put(SummaryKeyType.GROUP_POLICY_SIZE_QUOTA, quotas.groupPolicySize());
        Quotas.OfRoles roles = quotas.roles();
        summary.put(SummaryKeyType.ROLES_QUOTA, roles.perAccount());
        summary.put(SummaryKeyType.INSTANCE_PROFILES_QUOTA, roles.instanceProfilesPerAccount());
        summary.put(SummaryKeyType.ATTACHED_POLICIES_PER_ROLE_QUOTA, roles.policiesPerRole());
        summary.put(SummaryKeyType.ROLE_POLICY_SIZE_QUOTA, roles.policySize());
        summary.put(SummaryKeyType.ASSUME_ROLE_POLICY_SIZE_QUOTA, roles.trustPolicySize());
        Quotas.OfCredentials credentials = quotas.credentials();
        summary.put(SummaryKeyType.SERVER_CERTIFICATES_QUOTA, credentials.serverCertificatesPerAccount());
        summary.put(SummaryKeyType.SIGNING_CERTIFICATES_PER_USER_QUOTA, credentials.signingCertificatesPerUser());
        summary.putAll(OTHER_QUOTAS);
    }
}
