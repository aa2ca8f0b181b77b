package org.noteworthy.authoring.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.checking.Checker;

/**
 * A fixture and an edition that it is judged by.
 *
 * @param rule the rule in whose folder it lies; null for one about whole notes
 * @param expected ids of the rules of that edition that are to be violated
 */
public record FixtureCase(
        Fixture fixture, String version, @Nullable String rule, Set<String> expected) {
    public FixtureCase {
        expected = Collections.unmodifiableSortedSet(new TreeSet<>(expected));
    }

    /** Whether all is as the fixture says, by its edition. */
    public boolean holds(Checker checker) {
        return complaints(FixtureOutcome.of(fixture, checker)).isEmpty();
    }

    /** What is not as the fixture says; empty where all is. */
    List<String> complaints(FixtureOutcome outcome) {
        List<String> complaints = new ArrayList<>();
        if (!outcome.violated().equals(expected)) {
            complaints.add("  expected  " + listed(expected));
            complaints.add("  got       " + listed(outcome.violated()));
        }
        Set<String> fixes = outcome.fixes();
        if (fixes != null && !fixture.fixes().isEmpty() && !fixes.equals(fixture.fixes())) {
            complaints.add("  expected fixes  " + listed(fixture.fixes()));
            complaints.add("  got fixes       " + listed(fixes));
        }
        if (isNamed("violates-") && !outcome.violated().contains(rule)) {
            complaints.add("  is named violates-… and does not violate " + rule);
        }
        if (isNamed("passes-") && !outcome.passed().contains(rule)) {
            complaints.add(
                    "  is named passes-… and " + rule + " does not pass: it is violated or does not judge the note");
        }
        if (isNamed("needs-person-") && !outcome.leftOpen().contains(rule)) {
            complaints.add("  is named needs-person-… and " + rule + " does not leave it to a person");
        }
        outcome.failed().forEach(each -> complaints.add("  failed    " + each.rule() + ": " + each.reason()));
        return complaints;
    }

    private boolean isNamed(String manner) {
        return rule != null && fixture.file().getFileName().toString().startsWith(manner);
    }

    private static String listed(Set<String> rules) {
        return rules.isEmpty() ? "nothing" : String.join(", ", rules);
    }
}
