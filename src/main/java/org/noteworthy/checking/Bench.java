package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import org.noteworthy.notes.Fix;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Place;
import org.noteworthy.notes.Spot;
import org.noteworthy.playbooks.Verdict;

/**
 * One long-lived session of the engine over the rules about single notes, for use by one thread at a time.
 *
 * <p>One note lies on it at a time: put there, judged by all rules, taken away again. So whatever a rule reports is about
 * that note; a new session for each note would cost several times as much, and several notes at once gain nothing.
 * Before a rule fires the filter looks whether it may judge the note, and remembers the rule.
 */
final class Bench implements AgendaFilter, Verdict {
    private static final Comparator<Violation> BY_PLACE =
            Comparator.comparingInt(Violation::start).thenComparing(Violation::rule);

    private final RuleBook rules;
    private final KieSession session;
    private @Nullable Judged judged;
    private RuleBook.@Nullable Entry rule;

    /** The note on the bench with what was found in it. */
    private static final class Judged {
        private final Note note;
        private final Scopes.Scope scope;
        private List<Violation> violations = List.of();
        private final Lines lines;
        private int violated;

        Judged(Note note, Scopes.Scope scope) {
            this.note = note;
            this.scope = scope;
            lines = new Lines(note.text());
        }
    }

    Bench(RuleBook rules, KieBase base) {
        this.rules = rules;
        session = newSession(base);
        session.setGlobal("report", this);
    }

    /**
     * A session for one thread at a time. It must be a thread-safe one all the same: with {@code NO} the engine keeps the
     * arguments of a rule's consequence in the rule, where sessions of the same base in other threads overwrite them.
     */
    static KieSession newSession(KieBase base) {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.YES);
        return base.newKieSession(configuration, null);
    }

    /** Judges a note. */
    Checked check(Note note) {
        Judged lying = new Judged(note, rules.scope(note));
        judged = lying;
        FactHandle handle = session.insert(note);
        session.fireAllRules(this, rules.size() + 1);
        session.delete(handle);
        judged = null;
        return checked(lying);
    }

    void dispose() {
        session.dispose();
    }

    @Override
    public boolean accept(Match match) {
        RuleBook.Entry firing = rules.entry(match.getRule().getName());
        rule = firing;
        return judged != null && judged.scope.judges(firing.index());
    }

    @Override
    public void violation(Place place, String text) {
        Judged broken = judged;
        RuleBook.Entry by = rule;
        if (broken == null || by == null) {
            throw new IllegalStateException("A rule reported a violation while none was firing");
        }
        if (broken.violations.isEmpty()) {
            broken.violations = new ArrayList<>(4);
        }
        broken.violated++;
        List<Spot> spots = place.spots();
        for (Spot spot : spots.isEmpty() ? broken.note.spots() : spots) {
            broken.violations.add(violation(broken, by, spot));
        }
    }

    private static Violation violation(Judged broken, RuleBook.Entry by, Spot spot) {
        Lines lines = broken.lines;
        return new Violation(
                by.rule().id(),
                by.rule().severity(),
                by.rule().clause(),
                by.message().fill(broken.note, spot),
                spot.section(),
                lines.line(spot.start()),
                lines.column(spot.start()),
                spot.start(),
                spot.end(),
                spot.found(),
                spot.expected(),
                spot.nearest(),
                spot.fix());
    }

    /** Of fixes to the same text the first stays, so that all fixes of a report can be applied together. */
    private static void keepFixesApart(List<Violation> violations) {
        Fix last = null;
        for (int i = 0; i < violations.size(); i++) {
            Fix fix = violations.get(i).fix();
            if (fix != null && last != null && (fix.start() < last.end() || fix.equals(last))) {
                violations.set(i, violations.get(i).withoutFix());
            } else if (fix != null) {
                last = fix;
            }
        }
    }

    private Checked checked(Judged done) {
        if (done.violations.size() > 1) {
            done.violations.sort(BY_PLACE);
            keepFixesApart(done.violations);
        }
        Report report = new Report(
                done.note.id(),
                rules.edition().version(),
                rules.edition().digest(),
                done.violations,
                done.scope.outcomes(done.violated),
                done.note.role().assumed() ? rules.assumedRole() : Map.of());
        return new Checked(
                report, done.note, done.scope.before(), rules.edition().rules());
    }
}
