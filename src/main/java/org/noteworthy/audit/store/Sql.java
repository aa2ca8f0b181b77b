package org.noteworthy.audit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements over one connection, whose question marks take the values in their order.
 *
 * <p>Not Jdbi: its first statement costs half a second, on each start of the command line, and it wraps the errors of the
 * drivers, which {@link DatabaseErrors} tells apart.
 */
public final class Sql {
    private final Connection connection;

    public Sql(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of the row at which the result stands. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Takes the row at which the result stands. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Hands on each row, in their order. */
    public void each(String query, RowReader reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement select = prepared(query, values);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** What the mapper makes of each row, in the order of the rows. */
    public <T> List<T> list(String query, RowMapper<T> mapper, @Nullable Object... values) throws SQLException {
        List<T> list = new ArrayList<>();
        each(query, row -> list.add(mapper.map(row)), values);
        return list;
    }

    /** What the mapper makes of the first row; empty where there is none. */
    public <T> Optional<T> first(String query, RowMapper<T> mapper, @Nullable Object... values) throws SQLException {
        try (PreparedStatement select = prepared(query, values);
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
        }
    }

    /** Whether one of the rows passes the test; none after it is read. */
    public boolean any(String query, RowMapper<Boolean> test, @Nullable Object... values) throws SQLException {
        try (PreparedStatement select = prepared(query, values);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (test.map(rows)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Runs a statement that answers no rows. */
    public void update(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = prepared(statement, values)) {
            update.executeUpdate();
        }
    }

    /** Runs it once for each of these, prepared once. */
    void updateEach(String statement, List<Object[]> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            for (Object[] values : rows) {
                bind(update, values);
                update.executeUpdate();
            }
        }
    }

    private PreparedStatement prepared(String statement, @Nullable Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            bind(prepared, values);
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
