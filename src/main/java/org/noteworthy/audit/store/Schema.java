package org.noteworthy.audit.store;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;

/** The tables of this version: made, brought up to it, or compared with it. */
final class Schema {
    private static final List<String> FILES =
            List.of("V1__decisions.sql", "V2__times.sql", "V3__policy_changes.sql", "V4__outlines.sql");

    private final DatabaseAddress address;
    private final DataSource source;

    Schema(DatabaseAddress address, DataSource source) {
        this.address = address;
        this.source = source;
    }

    /**
     * Makes what is missing.
     *
     * @throws AuditException if the database cannot be written, or its tables are not ours
     */
    void migrate() {
        try {
            flyway().load().migrate();
        } catch (FlywayException e) {
            throw told(e);
        }
    }

    /**
     * Compares what is there, and changes nothing; what this version would add may be missing. False where no tables were
     * ever made.
     *
     * @throws AuditException if the database cannot be read, or its tables are not ours
     */
    boolean validate() {
        try {
            Flyway flyway = flyway().ignoreMigrationPatterns("*:pending").load();
            if (flyway.info().current() == null) {
                return false;
            }
            flyway.validate();
            return true;
        } catch (FlywayException e) {
            throw told(e);
        }
    }

    private FluentConfiguration flyway() {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new Scripts())
                .javaMigrationClassProvider(List::of)
                .table("schema_version")
                .ignoreMigrationPatterns(new String[0]);
    }

    private AuditException told(FlywayException failure) {
        if (failure instanceof FlywayValidateException) {
            return new AuditException(
                    "The audit log at " + address
                            + " was written by a newer version of noteworthy, or its tables were changed by hand. Use the"
                            + " version that wrote it.",
                    failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return new AuditException(DatabaseErrors.sentence(address, sql), failure);
            }
        }
        return new AuditException(
                "The audit log at " + address + " cannot be made ready for use: " + failure.getMessage(), failure);
    }

    /** The statements that make the tables, by name and not by looking through archives. */
    private static final class Scripts implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return FILES.contains(name) ? new Resource(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return prefix.equals("V")
                    ? FILES.stream().<LoadableResource>map(Resource::new).toList()
                    : List.of();
        }
    }

    private static final class Resource extends LoadableResource {
        private final String name;

        Resource(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(
                    Objects.requireNonNull(Schema.class.getResourceAsStream("schema/" + name)), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
