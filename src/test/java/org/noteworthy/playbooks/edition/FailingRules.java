package org.noteworthy.playbooks.edition;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.globalOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.drools.model.Drools;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Variable;
import org.drools.model.functions.Block3;
import org.drools.model.impl.ModelImpl;
import org.noteworthy.notes.Note;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleBase;
import org.noteworthy.playbooks.engine.RuleCompiler;
import org.noteworthy.playbooks.engine.Verdict;

/** Editions with one rule more, which fails in ways in which no rule of a file can: the engine takes it all the same. */
public final class FailingRules {
    private FailingRules() {}

    /** The edition with one more rule about single notes or about engagements; it is about a note in either case. */
    public static Playbook with(
            Playbook sound,
            Rule.Subject subject,
            String id,
            Predicate<Note> condition,
            BiConsumer<Note, Verdict> consequence) {
        return with(sound, subject, id, condition, (drools, note, report) -> consequence.accept(note, report));
    }

    /** The edition with one more rule, which applies again because it has applied. */
    public static Playbook withEndless(Playbook sound, Rule.Subject subject, String id) {
        return with(sound, subject, id, note -> true, (drools, note, report) -> drools.update(note));
    }

    private static Playbook with(
            Playbook sound,
            Rule.Subject subject,
            String id,
            Predicate<Note> condition,
            Block3<Drools, Note, Verdict> consequence) {
        boolean ofNotes = subject == Rule.Subject.NOTE;
        Edition edition = sound.edition();
        List<Rule> rules = new ArrayList<>(edition.rules());
        rules.add(new Rule(
                id,
                "Fails.",
                Severity.ERROR,
                edition.clauses().get(0).id(),
                subject,
                "Note",
                List.of(),
                List.of(),
                List.of(),
                "$note : Note( )",
                "Here.",
                id + ".drl",
                1));
        rules.sort(Comparator.comparing(Rule::id));
        RuleBase base = ofNotes ? sound.noteRules() : sound.engagementRules();
        List<Model> models = new ArrayList<>(base.models());
        models.add(model(RuleCompiler.packageOf(subject), id, condition, consequence));
        return new Playbook(
                new Edition(
                        edition.version(),
                        edition.inForceFrom(),
                        edition.title(),
                        edition.source(),
                        edition.digest(),
                        edition.clauses(),
                        rules,
                        edition.page(),
                        edition.confirmations()),
                sound.tables(),
                sound.parser(),
                ofNotes ? RuleBase.of(models) : sound.noteRules(),
                ofNotes ? sound.engagementRules() : RuleBase.of(models),
                sound.files());
    }

    private static Model model(
            String name, String id, Predicate<Note> condition, Block3<Drools, Note, Verdict> consequence) {
        Global<Verdict> report = globalOf(Verdict.class, name, "report");
        Variable<Note> note = declarationOf(Note.class, "$note");
        return new ModelImpl(name)
                .addGlobal(report)
                .addRule(rule(name, id)
                        .build(
                                pattern(note).expr(id, condition::test),
                                on(note, report).execute(consequence)));
    }
}
