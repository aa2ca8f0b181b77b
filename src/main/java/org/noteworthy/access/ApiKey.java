package org.noteworthy.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is kept: everything of it but its secret.
 *
 * @param id by which it is revoked
 * @param name of whoever has it
 * @param roles what it may do
 * @param hash SHA-256 of its secret, in hexadecimal digits
 * @param created when it was made
 * @param expires from when on it is no longer taken; null: never
 * @param revoked since when it is no longer taken; null: it was not revoked
 */
public record ApiKey(
        String id,
        String name,
        Set<Role> roles,
        String hash,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked) {

    public ApiKey {
        if (!Identity.isName(name)) {
            throw new AccessException("A key is named in up to " + Identity.LONGEST_NAME
                    + " visible characters of one line, not \"" + Shown.of(name) + "\".");
        }
        if (!Secret.isId(id) || !Secret.isHash(hash)) {
            throw new AccessException("The key " + Shown.of(id) + " has no id or no hash as keys have it.");
        }
        if (roles.isEmpty()) {
            throw new AccessException("The key \"" + name + "\" has no role, and could do nothing. Give it one of "
                    + String.join(", ", Role.words()) + ".");
        }
        roles = EnumSet.copyOf(roles);
    }

    /** Roles, as they were declared. */
    @Override
    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    /** Whether it is taken at that time. */
    public boolean isTaken(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }

    /** What has become of it: {@code taken}, {@code expired} or {@code revoked}. */
    public String state(Instant now) {
        if (revoked != null) {
            return "revoked";
        }
        return isTaken(now) ? "taken" : "expired";
    }

    /** Who calls with it. */
    public Identity identity() {
        return new Identity(name, roles, Verification.KEY);
    }

    ApiKey revokedAt(Instant now) {
        return new ApiKey(id, name, roles, hash, created, expires, now);
    }
}
