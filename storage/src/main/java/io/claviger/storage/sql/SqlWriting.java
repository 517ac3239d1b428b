package io.claviger.storage.sql;

import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessReport;
import io.claviger.iam.Account;
import io.claviger.iam.AccountProperty;
import io.claviger.iam.ActionUse;
import io.claviger.iam.AnsweredChallenge;
import io.claviger.iam.Attachment;
import io.claviger.iam.ConsoleSession;
import io.claviger.iam.CredentialReport;
import io.claviger.iam.CredentialReportPart;
import io.claviger.iam.DelegationRequest;
import io.claviger.iam.Entity;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.Group;
import io.claviger.iam.HardwareToken;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.InstanceProfile;
import io.claviger.iam.IssuerKey;
import io.claviger.iam.KeyUse;
import io.claviger.iam.LoginProfile;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.Membership;
import io.claviger.iam.OidcProvider;
import io.claviger.iam.Organization;
import io.claviger.iam.PasswordPolicy;
import io.claviger.iam.PolicyVersion;
import io.claviger.iam.RedeemedAssertion;
import io.claviger.iam.Role;
import io.claviger.iam.RoleDeletion;
import io.claviger.iam.RoleOrigin;
import io.claviger.iam.RoleUse;
import io.claviger.iam.SamlPrivateKey;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.ServerCertificate;
import io.claviger.iam.ServiceCredential;
import io.claviger.iam.SigningCertificate;
import io.claviger.iam.SshPublicKey;
import io.claviger.iam.TokenIssuer;
import io.claviger.iam.TokenPreference;
import io.claviger.iam.Use;
import io.claviger.iam.User;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.EntityMemory;
import io.claviger.iam.store.StoreFailure;
import io.claviger.iam.store.Writing;
import io.claviger.storage.sql.Changes.Touch;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Writes within the transaction that is open on a session, and remembers what it touched. */
public final class SqlWriting extends SqlReading implements Writing {

    private final Set<Touch> touched = new LinkedHashSet<>();

    /** Writes on a session on which a transaction is open. */
    public SqlWriting(Session session) {
        this(session, EntityMemory.NONE, new Rewritten());
    }

    /**
     * The same, with a memory of entities that is as fresh as the database was when the transaction began.
     *
     * @param rewritten what was written in the transaction since then; what this writes is added
     */
    public SqlWriting(Session session, EntityMemory memory, Rewritten rewritten) {
        super(new Transaction(session, memory, rewritten));
    }

    @Override
    public void insert(Entity entity) {
        write("add", Table::insert, entity);
    }

    @Override
    public void update(Entity entity) {
        write("update", Table::update, entity);
    }

    @Override
    public void delete(Entity entity) {
        write("delete", Table::delete, entity);
    }

    /** Keeps the latest uses; not a change. */
    public void recordUses(Collection<Use> uses) {
        for (Use use : uses) {
            switch (use) {
                case KeyUse key -> new KeyTable(transaction).recordUse(key);
                case ActionUse action -> new AccessReportTable(transaction).recordUse(action);
                case RoleUse role -> new RoleTable(transaction).recordUse(role);
            }
        }
    }

    /** Takes a revision although nothing is changed: the commit then shows whether the database can be written. */
    public void probe() {
        touched.add(new Touch("", ""));
    }

    /** Writes what no entity stands for, and touches something. */
    public void touch(Touch touch, Consumer<Session> statements) {
        refuseAfterFailure();
        boolean _ = transaction.change(session -> {
            statements.accept(session);
            return true;
        });
        touched.add(touch);
    }

    /**
     * What was touched; nothing if nothing was written.
     *
     * @throws StoreFailure if a statement failed before, even if the work went on: half of an entity may have been written
     */
    public Set<Touch> touched() {
        refuseAfterFailure();
        return touched;
    }

    /** Whether nothing was written and nothing failed, so that there is nothing to undo. */
    public boolean isClean() {
        return transaction.isClean();
    }

    // After some failures SQLite ends the transaction: what is written then would be written at once and for good.
    private void refuseAfterFailure() {
        Throwable failure = transaction.failure();
        if (failure != null) {
            throw failure instanceof StoreFailure known
                    ? known
                    : new StoreFailure("A statement failed in the transaction", failure);
        }
    }

    /** What is done to an entity in its table. */
    private interface Action {
        <E extends Entity> int rows(Table<E> table, E entity);
    }

    private void write(String verb, Action action, Entity entity) {
        refuseAfterFailure();
        transaction.rewrites(entity);
        try {
            if (rows(action, entity) != 1) {
                throw new StoreFailure(
                        "The database has no row of a " + entity.getClass().getSimpleName() + " to " + verb,
                        new IllegalStateException("no such entity, or none that it belongs to"));
            }
        } catch (RuntimeException | Error e) {
            transaction.failed(e);
            throw e;
        }
        entity.touches().forEach(id -> touched.add(new Touch(entity.accountId(), id)));
    }

    private int rows(Action action, Entity entity) {
        return switch (entity) {
            case Account account -> action.rows(new AccountTable(transaction), account);
            case User user -> action.rows(new UserTable(transaction), user);
            case Group group -> action.rows(new GroupTable(transaction), group);
            case Membership membership -> action.rows(new MembershipTable(transaction), membership);
            case ManagedPolicy policy -> action.rows(new PolicyTable(transaction), policy);
            case PolicyVersion version -> action.rows(new PolicyVersionTable(transaction), version);
            case Attachment attachment -> action.rows(new AttachmentTable(transaction), attachment);
            case InlinePolicy policy -> action.rows(new InlinePolicyTable(transaction), policy);
            case Role role -> action.rows(new RoleTable(transaction), role);
            case RoleOrigin origin -> action.rows(new RoleOriginTable(transaction), origin);
            case RoleDeletion deletion -> action.rows(new RoleDeletionTable(transaction), deletion);
            case InstanceProfile profile -> action.rows(new InstanceProfileTable(transaction), profile);
            case SamlProvider provider -> action.rows(new SamlProviderTable(transaction), provider);
            case SamlPrivateKey key -> action.rows(new SamlPrivateKeyTable(transaction), key);
            case RedeemedAssertion assertion -> action.rows(new RedeemedAssertionTable(transaction), assertion);
            case LoginProfile profile -> action.rows(new LoginProfileTable(transaction), profile);
            case PasswordPolicy policy -> action.rows(new PasswordPolicyTable(transaction), policy);
            case Organization organization -> action.rows(new OrganizationTable(transaction), organization);
            case MemberAccount member -> action.rows(new MemberAccountTable(transaction), member);
            case TokenPreference preference -> action.rows(new TokenPreferenceTable(transaction), preference);
            case VirtualMfaDevice device -> action.rows(new MfaTable(transaction), device);
            case HardwareToken token -> action.rows(new HardwareTokenTable(transaction), token);
            case FidoDevice device -> action.rows(new FidoTable(transaction), device);
            case AnsweredChallenge challenge -> action.rows(new AnsweredChallengeTable(transaction), challenge);
            case OidcProvider provider -> action.rows(new OidcProviderTable(transaction), provider);
            case AccessReport report -> action.rows(new AccessReportTable(transaction), report);
            case DelegationRequest request -> action.rows(new DelegationRequestTable(transaction), request);
            case AccessKey key -> action.rows(new KeyTable(transaction), key);
            case TokenIssuer issuer -> action.rows(new IssuerTable(transaction), issuer);
            case AccountProperty property -> action.rows(new AccountPropertyTable(transaction), property);
            case IssuerKey key -> action.rows(new IssuerKeyTable(transaction), key);
            case SshPublicKey key -> action.rows(new SshPublicKeyTable(transaction), key);
            case SigningCertificate certificate -> action.rows(new SigningCertificateTable(transaction), certificate);
            case ServerCertificate certificate -> action.rows(new ServerCertificateTable(transaction), certificate);
            case ServiceCredential credential -> action.rows(new ServiceCredentialTable(transaction), credential);
            case ConsoleSession session -> action.rows(new ConsoleSessionTable(transaction), session);
            case CredentialReport report -> action.rows(new CredentialReportTable(transaction), report);
            case CredentialReportPart part -> action.rows(new CredentialReportPartTable(transaction), part);
        };
    }
}
