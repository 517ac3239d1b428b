package io.claviger.storage.commit;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.user;
import static io.claviger.storage.commit.Works.inserting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.store.ChangeLog;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteFile;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoleCommitTest {

    @Test
    void aSessionOnWhichABatchFailedIsReplaced(@TempDir Path directory) {
        List<Session> opened = new ArrayList<>();
        try (Database file = SqliteFile.in(directory.resolve("data"));
                SessionPool sessions = new SessionPool(1, () -> {
                    opened.add(file.writer());
                    return opened.getLast();
                })) {
            Session first = sessions.borrow();
            file.migrate(first);
            first.run("UPDATE revision SET number = 7");
            sessions.giveBack(first);
            WriteBatch batch = new WriteBatch(file, sessions, new ChangeFeed(new ChangeLog(0), _ -> {}));
            batch.run(() -> List.of(inserting(account(ACCOUNT))));
            assertThatThrownBy(() -> first.run("SELECT 1")).isInstanceOf(StoreFailure.class);

            Session second = sessions.borrow();
            second.run("UPDATE revision SET number = 0");
            sessions.giveBack(second);
            PendingWrite<Long> next = inserting(account(ACCOUNT));
            batch.run(() -> List.of(next));
            assertThat(next.result()).isZero();
            assertThat(opened).containsExactly(first, second);
        }
    }

    @Test
    void aCommitThatFailedButReachedTheDiskIsCaughtUpWith(@TempDir Path directory) throws SQLException {
        Path data = directory.resolve("data");
        try (Database file = SqliteFile.in(data);
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("claviger.db"));
                Session lying = new Session(failingAfterTheCommit(connection))) {
            try (Session first = file.writer()) {
                file.migrate(first);
            }
            Iterator<Session> opened = List.of(lying, file.writer()).iterator();
            try (SessionPool sessions = new SessionPool(1, opened::next)) {
                ChangeLog changes = new ChangeLog(0);
                WriteBatch batch = new WriteBatch(file, sessions, new ChangeFeed(changes, _ -> {}));
                PendingWrite<Long> unsure = inserting(account(ACCOUNT));
                batch.run(() -> List.of(unsure));
                assertThatThrownBy(unsure::result).isInstanceOf(StoreFailure.class);
                assertThat(batch.hasFailed()).isTrue();
                assertThat(changes.latest()).isZero();

                PendingWrite<Long> next = inserting(user("a"));
                batch.run(() -> List.of(next));
                assertThat(next.result()).isEqualTo(1);
                assertThat(batch.hasFailed()).isFalse();
                assertThat(changes.latest()).isEqualTo(2);
                assertThat(changes.holds(Set.of(ACCOUNT), 0, 2))
                        .as("the caches hear of it")
                        .isFalse();
            }
        }
    }

    /** As a disk whose cache kept what it said that it could not. */
    private static Connection failingAfterTheCommit(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (prepared, sql) -> "COMMIT".equals(sql)
                        ? proxy(PreparedStatement.class, (PreparedStatement) prepared, (_, _) -> {
                            throw new SQLException("the disk failed");
                        })
                        : prepared);
    }

    private interface Afterwards {
        Object change(Object result, @Nullable Object argument) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                SoleCommitTest.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    Object result = method.invoke(real, arguments);
                    return method.getName().matches("prepareStatement|executeUpdate")
                            ? afterwards.change(result, arguments == null ? null : arguments[0])
                            : result;
                }));
    }
}
