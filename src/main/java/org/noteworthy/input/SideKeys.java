package org.noteworthy.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys that a file may carry beside a record for other readers than the rules, each a list of names. */
public final class SideKeys {
    /** The key of a fixture that names the rules. */
    public static final String EXPECT = "expect";

    /** The key of a fixture that names the playbooks. */
    public static final String PLAYBOOKS = "playbooks";

    /** The key of a fixture that names the fixes that the report shows. */
    public static final String FIXES = "fixes";

    private final Set<String> known;
    private final Map<String, List<String>> found = new HashMap<>();

    private SideKeys(Set<String> known) {
        this.known = known;
    }

    /** No such keys: they are unknown fields like any other. */
    public static SideKeys none() {
        return new SideKeys(Set.of());
    }

    /** Those of a fixture are allowed. */
    public static SideKeys ofFixture() {
        return new SideKeys(Set.of(EXPECT, PLAYBOOKS, FIXES));
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
