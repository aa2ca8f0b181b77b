package org.noteworthy.checking;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.pattern.Deadline;
import org.noteworthy.playbooks.language.pattern.DeadlinePassedException;

/**
 * Measures how long the rules of a playbook take on notes, each by itself: all together they share their conditions, so
 * that nobody can tell there which of them is slow.
 *
 * <p>A measurement ends in time whatever the rules do, and leaves nothing of itself in the engine. The first round over the
 * notes is not counted, and in it each rule has for each note the time that checks give it; of the others the best counts.
 * To load the rules one by one takes its own time, which is none of theirs.
 */
public final class RuleTimes {
    /** Of more notes, the first are taken. */
    public static final int MOST_NOTES = 200;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int ROUNDS = 20;

    private final Playbook playbook;
    private final RuleBook rules;
    private final Duration ofNote;
    private final Duration ofAll;
    private final OneByOne oneByOne;

    /**
     * How a rule fared.
     *
     * @param judged how many of the notes it judges: those of the roles and note types that it binds, with what it needs
     * @param mean time that it took for one of them; null where it judges none or came to no result
     * @param failed why it came to no result, in a sentence or two; null where it came to one
     */
    public record RuleTime(
            Rule rule,
            int judged,
            @Nullable Duration mean,
            @Nullable String failed) {}

    /** A measurement in which rules have as much time for a note as in checks. */
    public RuleTimes(Playbook playbook, TimeLimits limits) {
        this(playbook, limits, LONGEST);
    }

    RuleTimes(Playbook playbook, TimeLimits limits, Duration ofAll) {
        this.playbook = playbook;
        this.ofAll = ofAll;
        ofNote = limits.note();
        rules = new RuleBook(playbook);
        oneByOne = new OneByOne(new FailureLog(playbook.edition().version()));
    }

    /** Measures on these notes; tells of every rule, in the order of the edition. Those about engagements judge no note. */
    public List<RuleTime> on(List<NoteRecord> records) {
        List<Note> notes = records.stream()
                .limit(MOST_NOTES)
                .map(record -> playbook.parser().parse(record))
                .toList();
        List<Rule> all = rules.edition().rules();
        List<Rule> judging =
                all.stream().filter(rule -> !judged(rule, notes).isEmpty()).toList();
        Map<String, Duration> means = new HashMap<>();
        Map<String, String> failed = new HashMap<>();
        Map<String, RuleSession> sessions = new HashMap<>();
        try {
            judging.forEach(rule -> sessions.put(rule.id(), session(rule)));
            oneByOne.ask(judging, ofAll, rule -> {
                        RuleSession prepared = sessions.remove(rule.id());
                        RuleSession session = prepared == null ? session(rule) : prepared;
                        means.put(rule.id(), mean(session, judged(rule, notes)));
                    })
                    .forEach(failure -> failed.put(failure.rule(), failure.reason()));
        } finally {
            sessions.values().forEach(RuleSession::dispose);
        }
        return all.stream()
                .map(rule ->
                        new RuleTime(rule, judged(rule, notes).size(), means.get(rule.id()), failed.get(rule.id())))
                .toList();
    }

    private List<Note> judged(Rule rule, List<Note> notes) {
        int place = rules.entry(rule.id()).index();
        return notes.stream().filter(note -> rules.scope(note).judges(place)).toList();
    }

    private RuleSession session(Rule rule) {
        return new RuleSession(rules, playbook.noteRules().loaded(rule.id()), 1);
    }

    private Duration mean(RuleSession session, List<Note> notes) {
        try {
            warmUp(session, notes);
            return Duration.ofNanos(best(session, notes) / notes.size());
        } finally {
            session.dispose();
        }
    }

    private void warmUp(RuleSession session, List<Note> notes) {
        for (Note note : notes) {
            Deadline deadline = Deadline.within(ofNote);
            try {
                Deadline.look();
                session.judge(evaluation(note));
            } finally {
                deadline.close();
            }
        }
    }

    /** Nanoseconds of the best of some rounds; of fewer where there is no time for more than one. */
    private long best(RuleSession session, List<Note> notes) {
        long best = nanos(session, notes);
        for (int round = 1; round < ROUNDS && !Deadline.isOver(); round++) {
            try {
                best = Math.min(best, nanos(session, notes));
            } catch (RuntimeException e) {
                if (!DeadlinePassedException.isBehind(e)) {
                    throw e;
                }
            }
        }
        return best;
    }

    private long nanos(RuleSession session, List<Note> notes) {
        List<NoteEvaluation> evaluations = notes.stream().map(this::evaluation).toList();
        long began = System.nanoTime();
        for (NoteEvaluation evaluation : evaluations) {
            session.judge(evaluation);
            Deadline.look();
        }
        return System.nanoTime() - began;
    }

    private NoteEvaluation evaluation(Note note) {
        return new NoteEvaluation(note, rules.scope(note));
    }
}
