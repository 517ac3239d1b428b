package io.claviger.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** A data source that gives out one connection again and again, and keeps it open: a database in memory ends with it. */
final class SharedConnection extends SQLiteDataSource {

    private final Connection connection;

    SharedConnection(Connection connection) {
        this.connection = (Connection) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) ->
                        method.getName().equals("close") ? null : call(connection, method, arguments));
    }

    private static Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public SQLiteConnection getConnection(String user, String password) {
        throw new UnsupportedOperationException("SQLite has no users");
    }
}
