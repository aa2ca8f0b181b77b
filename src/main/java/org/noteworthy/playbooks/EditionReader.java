package org.noteworthy.playbooks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.parsing.NoteParser;
import org.noteworthy.playbooks.edition.Clause;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.EditionCost;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.EditionSettings;
import org.noteworthy.playbooks.edition.Guidance;
import org.noteworthy.playbooks.edition.GuidanceReader;
import org.noteworthy.playbooks.edition.ReadRule;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.edition.RuleReader;
import org.noteworthy.playbooks.edition.TablesReader;
import org.noteworthy.playbooks.edition.WrittenEdition;
import org.noteworthy.playbooks.engine.AdmittedClasses;
import org.noteworthy.playbooks.engine.CompiledRules;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.engine.RuleCompiler;

/** Reads the files of an edition into a playbook, or says everything that is wrong with them. */
final class EditionReader {
    private static final Logger LOG = Logger.getLogger(EditionReader.class.getName());

    private final EditionFiles files;
    private final RuleCache cache;
    private final @Nullable Playbook before;
    private final Diagnostics diagnostics;

    /** {@code before} is what the folder gave the last time, if anything: rules that are still the same are kept. */
    EditionReader(EditionFiles files, RuleCache cache, @Nullable Playbook before, Diagnostics diagnostics) {
        this.files = files;
        this.cache = cache;
        this.before = before;
        this.diagnostics = diagnostics;
        diagnostics.inherit(files);
    }

    /** What the files say, with everything that is wrong with it; nothing is compiled, nothing taken from the cache. */
    WrittenEdition written(@Nullable EditionSettings settings) {
        Tables tables = tables(settings);
        Guidance guidance = new GuidanceReader(diagnostics).read(files);
        List<ReadRule> written = new ArrayList<>();
        checkReferences(readRules(new LinkedHashMap<>(), written::add), tables, guidance.clauses());
        return new WrittenEdition(
                files, tables, TablesReader.rows(files), guidance.clauses(), written, diagnostics.sorted());
    }

    /** Without settings there is no edition, and yet much else to look at. */
    private Tables tables(@Nullable EditionSettings settings) {
        return new TablesReader(files, diagnostics)
                .read(settings == null ? new Tables.Settings("", "", true, 0) : settings.tables());
    }

    Compilation read(@Nullable EditionSettings settings) {
        if (settings == null) {
            return new Compilation.Refused(written(null).diagnostics());
        }
        Tables tables = tables(settings);
        Guidance guidance = new GuidanceReader(diagnostics).read(files);
        String ruleHash = files.ruleHash();
        if (before != null && before.files().ruleHash().equals(ruleHash)) {
            List<Rule> same = before.edition().rules();
            checkReferences(same, tables, guidance.clauses());
            return diagnostics.none()
                    ? compiled(
                            settings,
                            tables,
                            guidance,
                            same,
                            new CompiledRules(before.noteRules(), before.engagementRules()))
                    : new Compilation.Refused(diagnostics.sorted());
        }
        Optional<AdmittedClasses> cached = cache.find(ruleHash);
        Map<String, List<ReadRule>> enabled = new LinkedHashMap<>();
        List<Rule> rules = readRules(enabled, rule -> {});
        checkReferences(rules, tables, guidance.clauses());
        if (!diagnostics.none()) {
            return new Compilation.Refused(diagnostics.sorted());
        }
        Optional<AdmittedClasses> classes = cached.isPresent() ? cached : compiled(enabled);
        if (classes.isEmpty()) {
            return new Compilation.Refused(diagnostics.sorted());
        }
        CompiledRules compiled;
        try {
            compiled = load(classes.get(), rules.size());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(Level.FINE, "Compiled rules cannot be loaded", e);
            return cached.isPresent()
                    ? new EditionReader(files, cache.withoutReading(), null, diagnostics).read(settings)
                    : unloadable();
        }
        if (cached.isEmpty()) {
            cache.keep(ruleHash, classes.get());
        }
        return compiled(settings, tables, guidance, rules, compiled);
    }

    private Compilation compiled(
            EditionSettings settings, Tables tables, Guidance guidance, List<Rule> rules, CompiledRules compiled) {
        Edition edition = new Edition(
                files.folder(),
                settings.inForceFrom(),
                settings.title(),
                settings.source(),
                files.digest(),
                guidance.clauses(),
                rules,
                guidance.page(),
                guidance.confirmations());
        return new Compilation.Compiled(
                new Playbook(edition, tables, new NoteParser(tables), compiled.notes(), compiled.engagements(), files));
    }

    private Optional<AdmittedClasses> compiled(Map<String, List<ReadRule>> enabled) {
        List<RuleCompiler.Source> sources = new ArrayList<>();
        enabled.forEach((file, rules) -> sources.add(RuleCompiler.Source.of(file, rules)));
        return RuleCompiler.compile(sources, diagnostics);
    }

    /** Reads the rules; those that are not switched off are put into {@code enabled} by their files. */
    private List<Rule> readRules(Map<String, List<ReadRule>> enabled, Consumer<ReadRule> told) {
        List<Rule> rules = new ArrayList<>();
        Map<String, Rule> byId = new HashMap<>();
        EditionCost cost = new EditionCost();
        for (String file : files.ruleFiles()) {
            String text = files.text(file, diagnostics).orElse(null);
            if (text == null) {
                continue;
            }
            List<ReadRule> all = RuleReader.read(file, text, diagnostics);
            all.forEach(told);
            all.forEach(cost::add);
            if (cost.isFull(file, diagnostics)) {
                break;
            }
            List<ReadRule> ofFile =
                    all.stream().filter(read -> read.written().enabled()).toList();
            for (ReadRule read : ofFile) {
                Rule rule = read.rule();
                Rule first = byId.putIfAbsent(rule.id(), rule);
                if (first != null) {
                    diagnostics.add(
                            file,
                            rule.line(),
                            "The rule " + rule.id() + " stands in "
                                    + (first.file().equals(file) ? "line " : first.file() + ", line ") + first.line()
                                    + " already. Keep one of the two.");
                }
                if (rule.subject() != ofFile.get(0).rule().subject()) {
                    diagnostics.add(
                            file,
                            rule.line(),
                            "A file holds rules about single notes or about engagements, not both. Move this rule to a file of its own.");
                }
            }
            ofFile.forEach(read -> rules.add(read.rule()));
            if (!ofFile.isEmpty()) {
                enabled.put(file, ofFile);
            }
        }
        cost.tell(diagnostics);
        if (files.ruleFiles().isEmpty() && diagnostics.none()) {
            diagnostics.add(
                    "*.drl", 0, "The edition has no rules. Copy the .drl files of another edition and edit them.");
        }
        if (rules.isEmpty() && !files.ruleFiles().isEmpty() && diagnostics.none()) {
            diagnostics.add(
                    files.ruleFiles().get(0),
                    1,
                    "Every rule of the edition is switched off. Remove an \"enabled false\".");
        }
        rules.sort(Comparator.comparing(Rule::id));
        return rules;
    }

    /** Holds the names in rules against the tables and clauses of this edition, as far as those could be read. */
    private void checkReferences(List<Rule> rules, Tables tables, List<Clause> clauses) {
        Set<String> roles = TablesReader.names(tables.roles(), Tables.RoleRow::code);
        Set<String> noteTypes = TablesReader.names(tables.noteTypes(), Tables.NoteTypeRow::name);
        Set<String> ids = TablesReader.names(clauses, Clause::id);
        for (Rule rule : rules) {
            if (!rule.clause().isEmpty() && !ids.isEmpty() && !ids.contains(rule.clause())) {
                report(
                        rule,
                        "clause",
                        rule.clause(),
                        "There is no clause \"" + rule.clause() + "\" in guidance.md."
                                + diagnostics.insteadOf(rule.clause(), ids));
            }
            for (String role : rule.roles()) {
                if (!roles.isEmpty() && !roles.contains(role)) {
                    report(
                            rule,
                            "roles",
                            role,
                            "There is no role \"" + role + "\" in tables/roles.csv."
                                    + diagnostics.insteadOf(role, roles));
                }
            }
            for (String noteType : rule.noteTypes()) {
                if (!noteTypes.isEmpty() && !noteTypes.contains(noteType)) {
                    report(
                            rule,
                            "noteTypes",
                            noteType,
                            "There is no note type \"" + noteType + "\" in tables/note-types.csv."
                                    + diagnostics.insteadOf(noteType, noteTypes));
                }
            }
        }
    }

    /** Points at a name in an annotation of a rule. */
    private void report(Rule rule, String annotation, String name, String sentence) {
        List<String> lines =
                files.text(rule.file(), diagnostics).orElse("").lines().toList();
        int line = rule.line();
        while (line <= lines.size() && !lines.get(line - 1).contains("@" + annotation)) {
            line++;
        }
        if (line > lines.size()) {
            diagnostics.add(rule.file(), rule.line(), sentence);
            return;
        }
        String written = lines.get(line - 1);
        int begin = written.indexOf("@" + annotation);
        int at = written.indexOf(name, begin);
        diagnostics.add(rule.file(), line, Math.max(begin, at) + 1, at < 0 ? 0 : name.length(), sentence);
    }

    private Compilation unloadable() {
        diagnostics.add(
                "*.drl",
                0,
                "The rules compile, and the rule engine does not take them. Look at what was changed last, or take the"
                        + " rules of another edition and change them one at a time.");
        return new Compilation.Refused(diagnostics.sorted());
    }

    private static CompiledRules load(AdmittedClasses classes, int expected) throws ReflectiveOperationException {
        CompiledRules compiled = CompiledRules.load(classes);
        if (compiled.count() != expected) {
            throw new IllegalStateException("The engine holds " + compiled.count() + " rules, the files " + expected);
        }
        return compiled;
    }
}
