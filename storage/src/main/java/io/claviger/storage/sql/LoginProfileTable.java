package io.claviger.storage.sql;

import io.claviger.iam.LoginProfile;
import io.claviger.iam.PasswordHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SQL of login profiles. Earlier passwords are one column: a hash has no blank. */
final class LoginProfileTable implements Table<LoginProfile> {

    private static final String OF_USER = "SELECT * FROM login_profile WHERE user_id = ?";
    private static final String INSERT = """
            INSERT INTO login_profile
                (account_id, user_id, create_date, password, password_date, reset_required, earlier)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE login_profile
            SET create_date = ?, password = ?, password_date = ?, reset_required = ?, earlier = ?
            WHERE account_id = ? AND user_id = ?""";
    private static final String DELETE = "DELETE FROM login_profile WHERE account_id = ? AND user_id = ?";

    private final Transaction transaction;

    LoginProfileTable(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<LoginProfile> ofUser(String userId) {
        return transaction.one(OF_USER, LoginProfileTable::read, userId);
    }

    @Override
    public int insert(LoginProfile profile) {
        return transaction.run(
                INSERT,
                profile.accountId(),
                profile.userId(),
                Times.toColumn(profile.createDate()),
                profile.password().encoded(),
                Times.toColumn(profile.passwordDate()),
                profile.resetRequired() ? 1 : 0,
                column(profile.earlier()));
    }

    @Override
    public int update(LoginProfile profile) {
        return transaction.run(
                UPDATE,
                Times.toColumn(profile.createDate()),
                profile.password().encoded(),
                Times.toColumn(profile.passwordDate()),
                profile.resetRequired() ? 1 : 0,
                column(profile.earlier()),
                profile.accountId(),
                profile.userId());
    }

    @Override
    public int delete(LoginProfile profile) {
        return transaction.run(DELETE, profile.accountId(), profile.userId());
    }

    private static String column(List<PasswordHash> hashes) {
        return hashes.stream().map(PasswordHash::encoded).collect(Collectors.joining(" "));
    }

    private static LoginProfile read(ResultSet row) throws SQLException {
        String earlier = row.getString("earlier");
        return new LoginProfile(
                row.getString("account_id"),
                row.getString("user_id"),
                Times.fromColumn(row, "create_date"),
                new PasswordHash(row.getString("password")),
                Times.fromColumn(row, "password_date"),
                row.getInt("reset_required") == 1,
                earlier.isEmpty()
                        ? List.of()
                        : List.of(earlier.split(" ")).stream()
                                .map(PasswordHash::new)
                                .toList());
    }
}
