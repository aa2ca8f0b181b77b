package org.noteworthy.checking.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys that a file may carry beside a record for other readers than the rules, each a list of names. */
public final class SideKeys {
    private final Set<String> known;
    private final Map<String, List<String>> found = new HashMap<>();

    private SideKeys(Set<String> known) {
        this.known = known;
    }

    /** No such keys: they are unknown fields like any other. */
    public static SideKeys none() {
        return new SideKeys(Set.of());
    }

    /** These keys are allowed. */
    public static SideKeys of(String... names) {
        return new SideKeys(Set.of(names));
    }

    /** Whether the key is allowed. */
    public boolean allows(String name) {
        return known.contains(name);
    }

    /** Keeps what a key says; false where it was said before. */
    public boolean put(String name, List<String> values) {
        return found.put(name, List.copyOf(values)) == null;
    }

    /** What the key says, if it is there. */
    public Optional<List<String>> get(String name) {
        return Optional.ofNullable(found.get(name));
    }
}
