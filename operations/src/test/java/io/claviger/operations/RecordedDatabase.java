package io.claviger.operations;

import io.claviger.storage.commit.Database;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sqlite.SqliteMemory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SQLite in memory, which keeps the questions that each transaction has asked it. For one thread. */
final class RecordedDatabase implements Database {

    private final SqliteMemory memory = new SqliteMemory();
    private final List<List<Question>> transactions = new ArrayList<>();
    private boolean isOpen;

    /** A statement that has an answer, as it was executed: its text and its parameters by their place. */
    record Question(String sql, SortedMap<Integer, Object> parameters) {}

    /** The questions of each transaction since the last call of this, in their order. */
    List<List<Question>> taken() {
        List<List<Question>> taken = List.copyOf(transactions);
        transactions.clear();
        return taken;
    }

    @Override
    public Session writer() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            return new Session(proxy(
                    Connection.class,
                    connection,
                    (_, arguments, answer) -> answer instanceof PreparedStatement statement
                            ? recorded(statement, (String) arguments[0])
                            : answer));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement recorded(PreparedStatement statement, String sql) {
        SortedMap<Integer, Object> parameters = new TreeMap<>();
        return proxy(PreparedStatement.class, statement, (method, arguments, answer) -> {
            if (method.getName().startsWith("set") && arguments.length == 2) {
                Object value = arguments[1] instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : arguments[1];
                parameters.put((Integer) arguments[0], value);
            } else if (method.getName().startsWith("execute")) {
                executed(method.getName(), new Question(sql, new TreeMap<>(parameters)));
            }
            return answer;
        });
    }

    private void executed(String method, Question question) {
        String word = question.sql().split(" ", 2)[0];
        switch (word) {
            case "BEGIN" -> {
                transactions.add(new ArrayList<>());
                isOpen = true;
            }
            case "COMMIT", "ROLLBACK" -> isOpen = false;
            default -> {
                if (isOpen && (method.equals("executeQuery") || word.equals("SELECT"))) {
                    transactions.getLast().add(question);
                }
            }
        }
    }

    /** What a call came to, and what is answered instead. */
    @FunctionalInterface
    private interface Called {
        @Nullable
        Object answer(Method method, Object[] arguments, @Nullable Object answer);
    }

    private static <T> T proxy(Class<T> type, T real, Called called) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        Object[] given = arguments == null ? new Object[0] : arguments;
                        return called.answer(method, given, method.invoke(real, given));
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                }));
    }

    @Override
    public String name() {
        return memory.name();
    }

    @Override
    public Session reader() {
        return memory.reader();
    }

    @Override
    public boolean hasOneSession() {
        return memory.hasOneSession();
    }

    @Override
    public void beginReading(Session reader) {
        memory.beginReading(reader);
    }

    @Override
    public void beginWriting(Session writer) {
        memory.beginWriting(writer);
    }

    @Override
    public boolean isNew(Session session) {
        return memory.isNew(session);
    }

    @Override
    public void migrate(Session writer) {
        memory.migrate(writer);
    }

    @Override
    public boolean takeRevisions(Session writer, long last, List<Changes.Row> changes) {
        return memory.takeRevisions(writer, last, changes);
    }

    @Override
    public void requireInPlace() {
        memory.requireInPlace();
    }

    @Override
    public void close() {
        memory.close();
    }
}
