package io.claviger.storage.sql;

import io.claviger.iam.store.AccessQueries;
import io.claviger.iam.store.AccountQueries;
import io.claviger.iam.store.AttachmentQueries;
import io.claviger.iam.store.BindingQueries;
import io.claviger.iam.store.ConsoleSessionQueries;
import io.claviger.iam.store.CredentialReportQueries;
import io.claviger.iam.store.DelegationRequestQueries;
import io.claviger.iam.store.GroupQueries;
import io.claviger.iam.store.InlinePolicyQueries;
import io.claviger.iam.store.InstanceProfileQueries;
import io.claviger.iam.store.IssuerQueries;
import io.claviger.iam.store.KeyQueries;
import io.claviger.iam.store.MfaQueries;
import io.claviger.iam.store.OidcProviderQueries;
import io.claviger.iam.store.OrganizationQueries;
import io.claviger.iam.store.PasswordQueries;
import io.claviger.iam.store.PolicyQueries;
import io.claviger.iam.store.PolicyVersionQueries;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.RoleDeletionQueries;
import io.claviger.iam.store.RoleQueries;
import io.claviger.iam.store.SamlProviderQueries;
import io.claviger.iam.store.ServerCertificateQueries;
import io.claviger.iam.store.ServiceCredentialQueries;
import io.claviger.iam.store.SigningCertificateQueries;
import io.claviger.iam.store.SshPublicKeyQueries;
import io.claviger.iam.store.UserQueries;

/** Reads within the transaction that is open on a session. */
public sealed class SqlReading implements Reading permits SqlWriting {

    /** What the tables ask. */
    final Transaction transaction;

    /** Reads on a session on which a transaction is open. */
    public SqlReading(Session session) {
        this(new Transaction(session, Integer.MAX_VALUE));
    }

    SqlReading(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Reads with one statement, which needs no transaction on the session. */
    public static SqlReading one(Session session) {
        return new SqlReading(new Transaction(session, 1));
    }

    /** The transaction ends: nothing is answered any more. */
    public final void end() {
        transaction.end();
    }

    @Override
    public final AccountQueries accounts() {
        return new AccountTable(transaction);
    }

    @Override
    public final UserQueries users() {
        return new UserTable(transaction);
    }

    @Override
    public final GroupQueries groups() {
        return new GroupTable(transaction);
    }

    @Override
    public final PolicyQueries policies() {
        return new PolicyTable(transaction);
    }

    @Override
    public final PolicyVersionQueries versions() {
        return new PolicyVersionTable(transaction);
    }

    @Override
    public final AttachmentQueries attachments() {
        return new AttachmentTable(transaction);
    }

    @Override
    public final InlinePolicyQueries inlinePolicies() {
        return new InlinePolicyTable(transaction);
    }

    @Override
    public final RoleQueries roles() {
        return new RoleTable(transaction);
    }

    @Override
    public final RoleDeletionQueries roleDeletions() {
        return new RoleDeletionTable(transaction);
    }

    @Override
    public final InstanceProfileQueries instanceProfiles() {
        return new InstanceProfileTable(transaction);
    }

    @Override
    public final SamlProviderQueries samlProviders() {
        return new SamlProviderTable(transaction);
    }

    @Override
    public final PasswordQueries passwords() {
        return new PasswordPolicyTable(transaction);
    }

    @Override
    public final OrganizationQueries organizations() {
        return new OrganizationTable(transaction);
    }

    @Override
    public final MfaQueries mfaDevices() {
        return new MfaTable(transaction);
    }

    @Override
    public final OidcProviderQueries oidcProviders() {
        return new OidcProviderTable(transaction);
    }

    @Override
    public final AccessQueries access() {
        return new AccessReportTable(transaction);
    }

    @Override
    public final DelegationRequestQueries delegationRequests() {
        return new DelegationRequestTable(transaction);
    }

    @Override
    public final KeyQueries keys() {
        return new KeyTable(transaction);
    }

    @Override
    public final IssuerQueries issuers() {
        return new IssuerTable(transaction);
    }

    @Override
    public final SshPublicKeyQueries sshPublicKeys() {
        return new SshPublicKeyTable(transaction);
    }

    @Override
    public final SigningCertificateQueries signingCertificates() {
        return new SigningCertificateTable(transaction);
    }

    @Override
    public final ServerCertificateQueries serverCertificates() {
        return new ServerCertificateTable(transaction);
    }

    @Override
    public final ServiceCredentialQueries serviceCredentials() {
        return new ServiceCredentialTable(transaction);
    }

    @Override
    public final CredentialReportQueries credentialReports() {
        return new CredentialReportTable(transaction);
    }

    @Override
    public final BindingQueries bindings() {
        return new BindingTable(transaction);
    }

    @Override
    public final ConsoleSessionQueries consoleSessions() {
        return new ConsoleSessionTable(transaction);
    }
}
