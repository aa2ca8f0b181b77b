package org.noteworthy.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.access.CallTable;
import org.noteworthy.access.Identity;
import org.noteworthy.access.Role;
import org.noteworthy.checking.outcome.Problem;

/** Holds a call against the table; the one place where that is done. */
@ApplicationScoped
class Roles {
    private final Refused refused;

    Roles(Refused refused) {
        this.refused = refused;
    }

    /** Why somebody may not make that call; null if they may. */
    @Nullable
    Problem problem(String operation, Identity identity) {
        Set<Role> needed = CallTable.needed(operation).orElse(null);
        if (needed == null) {
            refused.role(operation);
            return Problem.of(
                    403,
                    "Role missing",
                    "The table of calls does not say who may call " + operation
                            + ", so nobody may. Please tell the makers of noteworthy.");
        }
        if (identity.mayAs(needed)) {
            return null;
        }
        refused.role(operation);
        String has = identity.roles().isEmpty()
                ? "no role"
                : identity.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", "));
        return Problem.of(
                403,
                "Role missing",
                "This call (" + operation + ") takes the role " + CallTable.wouldDo(needed) + "; " + identity.name()
                        + " has " + has + ". Whoever runs the service gives roles.");
    }
}
