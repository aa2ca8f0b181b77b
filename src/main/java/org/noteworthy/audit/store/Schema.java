package org.noteworthy.audit.store;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The statements that make the tables, by name and not by looking through archives. */
final class Schema implements ResourceProvider {
    private static final List<String> FILES = List.of("V1__decisions.sql", "V2__times.sql");

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
