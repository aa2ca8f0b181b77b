package org.noteworthy.playbooks.language.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.noteworthy.playbooks.language.FactPattern;
import org.noteworthy.playbooks.language.PropertyUse;
import org.noteworthy.playbooks.language.WrittenRule;

/** What the facts of one rule are called in sentences: "the note"; where there are several, "this note", "that note". */
final class FactNames {
    private static final List<String> KNOWN = List.of("the note", "the interaction");

    private final Map<String, String> byName = new HashMap<>();
    private final List<String> byPattern = new ArrayList<>();
    private final String here;

    private FactNames(FactNames all, String here) {
        byName.putAll(all.byName);
        byPattern.addAll(all.byPattern);
        this.here = here;
    }

    private FactNames(String here) {
        this.here = here;
    }

    private FactNames(WrittenRule rule) {
        Map<String, Integer> seen = new HashMap<>();
        for (FactPattern pattern : rule.patterns()) {
            String fact = pattern.fact().toLowerCase(Locale.ROOT);
            int before = seen.merge(fact, 1, Integer::sum) - 1;
            String name = rule.patterns().size() == 1
                    ? "the " + fact
                    : before == 0 && byPattern.isEmpty()
                            ? "this " + fact
                            : before < 2 ? "that " + fact : fact + " " + (before + 1);
            byPattern.add(name);
            if (pattern.name() != null) {
                byName.put(pattern.name(), name);
            }
        }
        here = byPattern.get(0);
    }

    static FactNames of(WrittenRule rule) {
        return new FactNames(rule);
    }

    /** Where there is no other fact. */
    static FactNames alone(String fact) {
        return new FactNames("the " + fact.toLowerCase(Locale.ROOT));
    }

    /** Seen from inside of a pattern, where a property without a name before it is of that pattern's fact. */
    FactNames inside(int pattern) {
        return new FactNames(this, byPattern.get(pattern));
    }

    /** The fact that a property is asked of. */
    String of(PropertyUse use) {
        return use.of() == null ? here : byName.getOrDefault(use.of(), here);
    }

    static boolean isFact(String words) {
        return KNOWN.contains(words);
    }
}
