package org.noteworthy.api.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.noteworthy.access.AccessException;
import org.noteworthy.access.AccessMode;
import org.noteworthy.access.KeyFile;
import org.noteworthy.access.KeyRing;
import org.noteworthy.access.Sessions;
import org.noteworthy.api.Announcement;
import org.noteworthy.api.Settings;

/** The way to sign in that is set; refuses to begin where nobody need sign in and others than this machine could call. */
@ApplicationScoped
class SignIns {
    private static final Logger LOG = Logger.getLogger("noteworthy.access");

    private final Settings.Access settings;
    private final String host;
    private final boolean begun;
    private final Provider<HttpAuthenticator> provider;

    SignIns(
            Settings settings,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean begun,
            Provider<HttpAuthenticator> provider) {
        this.begun = begun;
        this.provider = provider;
        this.settings = settings.access();
        this.host = host;
    }

    /** Before anything is opened. */
    void begin(@Observes @Priority(1) StartupEvent event) {
        if (settings.mode() == AccessMode.NONE && !settings.anonymousAnywhere() && !Announcement.isLoopback(host)) {
            throw new AccessException("Access control is off, and on " + host
                    + " others than this machine could do everything. Set noteworthy.access=keys or oidc, serve on"
                    + " 127.0.0.1, or set noteworthy.access.anonymous-anywhere=true if that is meant.");
        }
        if (settings.mode() == AccessMode.OIDC) {
            checkProvider(settings.oidc());
        }
    }

    private void checkProvider(Settings.Oidc oidc) {
        if (!begun) {
            throw new AccessException("The setting noteworthy.access is written in small letters: oidc.");
        }
        if (oidc.issuer().isEmpty() || oidc.client().isEmpty()) {
            throw new AccessException(
                    "To sign in at an OpenID provider, set noteworthy.access.oidc.issuer to its address and"
                            + " noteworthy.access.oidc.client to the name by which it knows this service.");
        }
        if (new GroupRoles(oidc.role()).isEmpty()) {
            LOG.warn(
                    "No group has a role, so that nobody can call. Set noteworthy.access.oidc.role.GROUP=reader or more.");
        }
    }

    @Produces
    @ApplicationScoped
    SignIn signIn(Provider<KeyRing> keys, Provider<Sessions> sessions) {
        return switch (settings.mode()) {
            case NONE -> new NoSignIn();
            case KEYS -> new KeySignIn(keys.get(), sessions.get());
            case OIDC -> new OidcSignIn(provider.get(), settings.oidc());
        };
    }

    @Produces
    @Singleton
    Sessions sessions(KeyRing keys) {
        Settings.Sessions set = settings.sessions();
        return new Sessions(keys, set.idle(), set.longest(), set.most(), Clock.systemUTC());
    }

    @Produces
    @Singleton
    KeyRing keys() {
        KeyRing keys = new KeyRing(new KeyFile(Path.of(settings.keys())), Clock.systemUTC());
        if (keys.trouble() != null) {
            LOG.errorf("No key is taken: %s", keys.trouble());
        } else if (keys.taken() == 0) {
            LOG.warnf(
                    "There is no key in %s yet, so that nobody can call. Make one: noteworthy key new NAME --role reader",
                    settings.keys());
        }
        return keys;
    }
}
