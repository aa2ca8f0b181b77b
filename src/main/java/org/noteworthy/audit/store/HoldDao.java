package org.noteworthy.audit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.noteworthy.audit.Hold;

/** The table of the engagements that are held. */
public final class HoldDao {
    private static final String SELECT = "select engagement, since_ms, reason from hold";

    private final Sql sql;

    public HoldDao(Connection connection) {
        sql = new Sql(connection);
    }

    /** All holds, by their engagements. */
    public List<Hold> all() throws SQLException {
        return sql.list(SELECT + " order by engagement", HoldDao::hold);
    }

    /** The hold of that engagement, where there is one. */
    Optional<Hold> find(String engagement) throws SQLException {
        return sql.first(SELECT + " where engagement = ?", HoldDao::hold, engagement);
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3));
    }

    void add(Hold hold) throws SQLException {
        sql.update(
                "insert into hold (engagement, since_ms, reason) values (?, ?, ?)",
                hold.engagement(),
                hold.since().toEpochMilli(),
                hold.reason());
    }

    void remove(String engagement) throws SQLException {
        sql.update("delete from hold where engagement = ?", engagement);
    }
}
