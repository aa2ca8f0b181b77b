package org.noteworthy.cli;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the platform's settings out of the verbs. Drools asks them for a date format, takes system properties where there are
 * none, and starting them takes a fifth of a second.
 */
final class NoPlatformSettings extends ConfigProviderResolver {
    private static IllegalStateException none() {
        return new IllegalStateException("The command line has no settings of the platform");
    }

    @Override
    public Config getConfig() {
        throw none();
    }

    @Override
    public Config getConfig(@Nullable ClassLoader loader) {
        throw none();
    }

    @Override
    public ConfigBuilder getBuilder() {
        throw none();
    }

    @Override
    public void registerConfig(Config config, @Nullable ClassLoader classLoader) {
        throw none();
    }

    @Override
    public void releaseConfig(Config config) {
        throw none();
    }
}
