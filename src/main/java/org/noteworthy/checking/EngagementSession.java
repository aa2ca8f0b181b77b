package org.noteworthy.checking;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;
import org.noteworthy.checking.outcome.CrossViolation;
import org.noteworthy.notes.Interaction;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Place;
import org.noteworthy.notes.Spot;
import org.noteworthy.playbooks.engine.Verdict;
import org.noteworthy.playbooks.language.pattern.Deadline;

/** Runs rules about whole engagements: all notes and interactions of one in a session of its own. */
final class EngagementSession implements AgendaFilter, Verdict {
    private static final Comparator<Found> BY_PLACE = Comparator.comparingInt(Found::place)
            .thenComparing(found -> found.violation().rule())
            .thenComparing(found -> found.violation().message());

    private final RuleBook rules;
    private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();
    private final ViolationCollector<Found> found = collected();
    private RuleBook.@Nullable Entry rule;
    private @Nullable Object fact;

    /** A violation with the place, among all facts, of the one that it is about. */
    record Found(int place, CrossViolation violation) {}

    EngagementSession(RuleBook rules) {
        this.rules = rules;
    }

    /** What rules find in engagements, before there is any. */
    static ViolationCollector<Found> collected() {
        return new ViolationCollector<>(BY_PLACE, each -> each.violation().rule());
    }

    /** What the rules of that base, which can apply so often at most, find in the facts of an engagement. */
    ViolationCollector<Found> judge(KieBase base, List<Object> facts, long often) {
        KieSession session = RuleSession.newSession(base, this);
        try {
            for (Object each : facts) {
                places.put(each, places.size());
                session.insert(each);
            }
            int most = (int) Math.min(often, Integer.MAX_VALUE - 1);
            int fired = session.fireAllRules(this, most + 1);
            if (fired > most) {
                throw new IllegalStateException("A rule fires again and again: " + fired + " times");
            }
            return found;
        } finally {
            session.dispose();
        }
    }

    @Override
    public boolean accept(Match match) {
        RuleBook.Entry entry = rules.entry(match.getRule().getName());
        Object first = match.getObjects().get(0);
        rule = entry;
        fact = first;
        Deadline.look();
        return Scopes.judges(entry.rule(), first);
    }

    @Override
    public void violation(Place place, String text) {
        RuleBook.Entry by = rule;
        Object about = fact;
        if (by == null || about == null) {
            throw new IllegalStateException("A rule reported a violation while none was firing");
        }
        List<Spot> spots = place.spots();
        String message = by.message().fill(about, spots.isEmpty() ? Spot.WHOLE_NOTE : spots.get(0));
        String note = about instanceof Note n ? n.record().id() : null;
        String interaction = about instanceof Interaction i
                ? i.record().id()
                : ((Note) about).record().interaction();
        found.add(new Found(
                places.getOrDefault(about, places.size()),
                new CrossViolation(
                        by.rule().id(), by.rule().severity(), by.rule().clause(), message, note, interaction)));
    }
}
