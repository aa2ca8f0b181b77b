package org.noteworthy.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;
import org.noteworthy.notes.EngagementRecord;
import org.noteworthy.notes.Interaction;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.Place;
import org.noteworthy.notes.Spot;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.Verdict;

/** Runs the rules about whole engagements: all notes and interactions of one in a session of its own. */
final class EngagementBench implements AgendaFilter, Verdict {
    private final Playbook playbook;
    private final RuleBook rules;
    private final List<Found> found = new ArrayList<>();
    private final List<Object> facts = new ArrayList<>();
    private RuleBook.@Nullable Entry rule;
    private @Nullable Object fact;

    /** A violation with the place, among all facts, of the one that it is about. */
    private record Found(int place, CrossViolation violation) {}

    EngagementBench(Playbook playbook, RuleBook rules) {
        this.playbook = playbook;
        this.rules = rules;
    }

    List<CrossViolation> check(EngagementRecord engagement) {
        for (int i = 0; i < engagement.notes().size(); i++) {
            facts.add(playbook.parser().parse(engagement.notes().get(i), i));
        }
        engagement
                .interactions()
                .forEach(interaction -> facts.add(playbook.parser().parse(interaction)));
        KieSession session = Bench.newSession(playbook.engagementRules());
        try {
            session.setGlobal("report", this);
            facts.forEach(session::insert);
            session.fireAllRules(this, (rules.size() + 1) * (facts.size() + 1));
        } finally {
            session.dispose();
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::place)
                        .thenComparing(each -> each.violation().rule()))
                .map(Found::violation)
                .toList();
    }

    @Override
    public boolean accept(Match match) {
        RuleBook.Entry entry = rules.entry(match.getRule().getName());
        Object first = match.getObjects().get(0);
        rule = entry;
        fact = first;
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
        String note = about instanceof Note n ? n.id() : null;
        String interaction = about instanceof Interaction i ? i.id() : ((Note) about).interaction();
        found.add(new Found(
                indexOf(about),
                new CrossViolation(
                        by.rule().id(), by.rule().severity(), by.rule().clause(), message, note, interaction)));
    }

    private int indexOf(Object about) {
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) == about) {
                return i;
            }
        }
        return facts.size();
    }
}
