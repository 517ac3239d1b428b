package io.claviger.storage.sql;

import io.claviger.iam.LoginProfile;
import io.claviger.iam.PasswordPolicy;
import io.claviger.iam.PasswordPolicy.Classes;
import io.claviger.iam.store.PasswordQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of password policies, and of what is asked about passwords. */
final class PasswordPolicyTable implements PasswordQueries, Table<PasswordPolicy> {

    private static final String OF_ACCOUNT = "SELECT * FROM password_policy WHERE account_id = ?";
    private static final String INSERT = """
            INSERT INTO password_policy
                (account_id, minimum_length, symbols, numbers, uppercase, lowercase, users_may_change, max_age,
                 reuse_prevention, hard_expiry)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELETE = "DELETE FROM password_policy WHERE account_id = ?";

    private final Transaction transaction;

    PasswordPolicyTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<LoginProfile> ofUser(String userId) {
        return new LoginProfileTable(transaction).ofUser(userId);
    }

    @Override
    public Optional<PasswordPolicy> policy(String accountId) {
        return transaction.one(OF_ACCOUNT, PasswordPolicyTable::read, accountId);
    }

    @Override
    public int insert(PasswordPolicy policy) {
        Classes required = policy.required();
        return transaction.run(
                INSERT,
                policy.accountId(),
                policy.minimumLength(),
                column(required.symbols()),
                column(required.numbers()),
                column(required.uppercase()),
                column(required.lowercase()),
                column(policy.usersMayChange()),
                policy.maxAge(),
                policy.reusePrevention(),
                column(policy.hardExpiry()));
    }

    @Override
    public int update(PasswordPolicy policy) {
        return delete(policy) == 0 ? 0 : insert(policy);
    }

    @Override
    public int delete(PasswordPolicy policy) {
        return transaction.run(DELETE, policy.accountId());
    }

    private static @Nullable Integer column(@Nullable Boolean value) {
        if (value == null) {
            return null;
        }
        return value ? 1 : 0;
    }

    private static PasswordPolicy read(ResultSet row) throws SQLException {
        int hardExpiry = row.getInt("hard_expiry");
        boolean unsaid = row.wasNull();
        return new PasswordPolicy(
                row.getString("account_id"),
                row.getInt("minimum_length"),
                new Classes(
                        row.getInt("symbols") == 1,
                        row.getInt("numbers") == 1,
                        row.getInt("uppercase") == 1,
                        row.getInt("lowercase") == 1),
                row.getInt("users_may_change") == 1,
                row.getInt("max_age"),
                row.getInt("reuse_prevention"),
                unsaid ? null : hardExpiry == 1);
    }
}
