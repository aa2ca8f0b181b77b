package org.noteworthy.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.noteworthy.notes.text.Nearest;

/** What somebody may do. Whoever has a role may also read, and an admin may do everything. */
public enum Role {
    READER,
    AUTHOR,
    APPROVER,
    PUBLISHER,
    AUDITOR,
    ADMIN;

    /** The name by which people give it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }

    /**
     * The role of that name.
     *
     * @throws AccessException if there is none
     */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new AccessException("There is no role \"" + Shown.of(word) + "\"; there is "
                        + String.join(", ", words()) + "." + Nearest.maybe(word, words())));
    }

    /** Whether somebody with these roles may do what asks for this one. */
    public boolean isIn(Set<Role> roles) {
        return roles.contains(this) || roles.contains(ADMIN) || this == READER && !roles.isEmpty();
    }

    /** All of them. */
    static Set<Role> all() {
        return EnumSet.allOf(Role.class);
    }
}
