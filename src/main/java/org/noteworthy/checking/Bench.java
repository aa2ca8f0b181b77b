package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>Notes are judged in batches: all inserted, all rules fired, all taken out again; a new session for each note would
 * cost several times as much. Before a rule fires the filter looks whether it may judge that note, and remembers rule
 * and note, so that what the rule reports is known to be theirs.
 */
final class Bench implements AgendaFilter, Verdict {
    static final int BATCH = 100;
    private static final Comparator<Violation> BY_PLACE =
            Comparator.comparingInt(Violation::start).thenComparing(Violation::rule);

    private final RuleBook rules;
    private final KieSession session;
    private final Slot[] slots = new Slot[BATCH];
    private final FactHandle[] handles = new FactHandle[BATCH];
    private int count;
    private @Nullable Slot slot;
    private RuleBook.@Nullable Entry rule;

    /** One note of a batch with what was found in it. */
    private static final class Slot {
        private final Note note;
        private final Scopes.Scope scope;
        private List<Violation> violations = List.of();
        private @Nullable Lines lines;
        private int violated;

        Slot(Note note, Scopes.Scope scope) {
            this.note = note;
            this.scope = scope;
        }

        private Lines lines() {
            Lines known = lines == null ? new Lines(note.text()) : lines;
            lines = known;
            return known;
        }
    }

    Bench(RuleBook rules, KieBase base) {
        this.rules = rules;
        session = newSession(base);
        session.setGlobal("report", this);
    }

    static KieSession newSession(KieBase base) {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        return base.newKieSession(configuration, null);
    }

    /** Judges at most {@link #BATCH} notes; the answers are in their order. */
    List<Checked> check(List<Note> notes) {
        count = notes.size();
        for (int i = 0; i < count; i++) {
            Note note = notes.get(i);
            slots[i] = new Slot(note, rules.scope(note));
            handles[i] = session.insert(note);
        }
        session.fireAllRules(this, (rules.size() + 1) * (count + 1));
        List<Checked> checked = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            session.delete(handles[i]);
            checked.add(checked(slots[i]));
        }
        Arrays.fill(slots, null);
        Arrays.fill(handles, null);
        slot = null;
        return checked;
    }

    void dispose() {
        session.dispose();
    }

    @Override
    public boolean accept(Match match) {
        RuleBook.Entry firing = rules.entry(match.getRule().getName());
        Slot judged = slotOf(match.getObjects().get(0));
        rule = firing;
        slot = judged;
        return judged.scope.judges(firing.index());
    }

    @Override
    public void violation(Place place, String text) {
        Slot broken = slot;
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

    private static Violation violation(Slot broken, RuleBook.Entry by, Spot spot) {
        Lines lines = broken.lines();
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

    private Slot slotOf(Object fact) {
        for (int i = 0; i < count; i++) {
            if (slots[i].note == fact) {
                return slots[i];
            }
        }
        throw new IllegalStateException("A rule fired for a fact that was not inserted");
    }

    private Checked checked(Slot done) {
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
