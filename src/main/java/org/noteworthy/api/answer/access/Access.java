package org.noteworthy.api.answer.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.noteworthy.access.AccessMode;
import org.noteworthy.access.CallTable;
import org.noteworthy.access.Role;

/** Which roles may make which call. */
@Schema(description = "Which roles may make which call: the table by which calls are let through.")
public record Access(
        @Schema(
                description = "How it is known who calls; with none, everybody has every role.",
                enumeration = {"none", "keys", "oidc"})
        String access,

        @Schema(description = "The roles that there are.") List<String> roles,

        @Schema(description = "One for each call, by its name.")
        List<CallAccess> calls) {

    /** The table. */
    public static Access of(AccessMode mode) {
        Map<String, CallAccess> calls = new TreeMap<>();
        CallTable.open().forEach(call -> calls.put(call, new CallAccess(call, true, Role.words())));
        CallTable.all().forEach((call, needed) -> calls.put(call, new CallAccess(call, false, that(needed))));
        return new Access(mode.word(), Role.words(), List.copyOf(calls.values()));
    }

    private static List<String> that(Set<Role> needed) {
        return Arrays.stream(Role.values())
                .filter(role -> needed.stream().anyMatch(each -> each.isIn(Set.of(role))))
                .map(Role::word)
                .toList();
    }
}
