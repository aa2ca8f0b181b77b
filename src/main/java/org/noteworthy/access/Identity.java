package org.noteworthy.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who calls, and what they may do.
 *
 * @param name of a person or a program; one name is one identity, however many keys it has
 * @param roles what it may do
 * @param verification how it was verified that it is they
 */
public record Identity(String name, Set<Role> roles, Verification verification) {
    /** The longest name. */
    public static final int LONGEST_NAME = 200;

    private static final String ANONYMOUS = "anonymous";

    public Identity {
        if (!isName(name)) {
            throw new AccessException("An identity is named in up to " + LONGEST_NAME
                    + " visible characters of one line, not \"" + Shown.of(name) + "\".");
        }
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    /** Whether somebody may be named so. */
    public static boolean isName(String name) {
        return Shown.isName(name, LONGEST_NAME);
    }

    /** Somebody who said this name, or none, where nobody verifies it: may do everything. */
    public static Identity unverified(String name) {
        return new Identity(name.isBlank() ? ANONYMOUS : name.strip(), Role.all(), Verification.NONE);
    }

    /** Whether it was verified. */
    public boolean isVerified() {
        return verification != Verification.NONE;
    }

    /** How it stands in records and is compared, such as {@code key:portal}; one nobody verified, as {@code none:anonymous}. */
    public String id() {
        return verification.word() + ":" + name;
    }

    /** Whether it has one of these roles, or one that includes it. */
    public boolean mayAs(Set<Role> wanted) {
        return wanted.stream().anyMatch(role -> role.isIn(roles));
    }
}
