package io.claviger.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {

    private static final String VALUE = "SELECT value FROM thing WHERE name = ?";

    private final AtomicInteger rowsRead = new AtomicInteger();
    private Session session;
    private Transaction transaction;

    @BeforeEach
    void open() throws SQLException {
        session = new Session(DriverManager.getConnection("jdbc:sqlite::memory:"));
        session.run("CREATE TABLE thing (name TEXT, value TEXT)");
        session.run("INSERT INTO thing VALUES ('a', '1'), ('b', '2')");
        transaction = new Transaction(session, Integer.MAX_VALUE);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private String value(String name) {
        return transaction
                .one(
                        VALUE,
                        row -> {
                            rowsRead.incrementAndGet();
                            return row.getString("value");
                        },
                        name)
                .orElse("none");
    }

    @Test
    void theSameQuestionIsAnsweredOnce() {
        assertThat(value("a")).isEqualTo("1");
        assertThat(value("b")).isEqualTo("2");
        assertThat(value("a")).isEqualTo("1");
        assertThat(value("b")).isEqualTo("2");

        assertThat(rowsRead).hasValue(2);
    }

    @Test
    void afterAWriteEverythingIsAskedAgain() {
        value("a");
        value("missing");

        transaction.run("UPDATE thing SET value = '3' WHERE name = 'a'");
        transaction.run("INSERT INTO thing VALUES ('missing', '4')");

        assertThat(value("a")).isEqualTo("3");
        assertThat(value("missing")).isEqualTo("4");
    }

    @Test
    void manyQuestionsAreAllAnsweredRight() {
        for (int i = 0; i < 20; i++) {
            assertThat(value("a")).isEqualTo("1");
            assertThat(value("nobody " + i)).isEqualTo("none");
            assertThat(value("b")).isEqualTo("2");
        }
    }

    @Test
    void anEndedTransactionAnswersNothingThatItRemembers() {
        value("a");

        transaction.end();

        assertThatIllegalStateException().isThrownBy(() -> value("a"));
    }
}
