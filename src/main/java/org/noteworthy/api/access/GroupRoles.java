package org.noteworthy.api.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.noteworthy.access.AccessException;
import org.noteworthy.access.Role;

/** Which roles the groups of an OpenID provider have; one that is not named has none. */
final class GroupRoles {
    private final Map<String, Set<Role>> roles = new HashMap<>();

    /** Roles by names of groups, as they are set. */
    GroupRoles(Map<String, List<String>> set) {
        set.forEach((group, names) -> {
            Set<Role> of = EnumSet.noneOf(Role.class);
            for (String name : names) {
                try {
                    of.add(Role.of(name.strip()));
                } catch (AccessException e) {
                    throw new AccessException(
                            "The setting noteworthy.access.oidc.role." + group + " cannot be used. " + e.sentence());
                }
            }
            roles.put(group, of);
        });
    }

    boolean isEmpty() {
        return roles.isEmpty();
    }

    /** The roles of somebody in these groups. */
    Set<Role> of(Collection<String> groups) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        groups.forEach(group -> all.addAll(roles.getOrDefault(group, Set.of())));
        return all;
    }
}
