package org.noteworthy.playbooks.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.ReadRule;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.language.CompilableText;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.pattern.Deadline;
import org.noteworthy.playbooks.language.pattern.TextPattern;
import org.noteworthy.playbooks.language.pattern.TextSearch;

/**
 * Turns rule files into classes with the engine's own compiler (executable model).
 *
 * <p>Package, imports and the one global are put before the first line of each file, on that line, so that the compiler's
 * lines are those of the file.
 */
public final class RuleCompiler {
    private static final Logger LOG = Logger.getLogger(RuleCompiler.class.getName());
    private static final String NOT_TAKEN =
            "The rule engine does not take this rule. Write its conditions more simply, or as several rules.";
    private static final String OUT_OF_REACH =
            "A rule here uses something that rules do not have. A condition asks for properties of the facts and compares them,"
                    + " and after \"then\" stands report.violation alone.";
    private static final String ENGINES_OWN = "org/drools/project/model/";
    private static final String SOURCES = "src/main/resources/";
    private static final String PACKAGE = "org.noteworthy.rules.";

    static {
        // Lambdas inside the generated class instead of a class each: a fifth less to compile.
        System.setProperty("drools.externaliseCanonicalModelLambda", "false");
    }

    private RuleCompiler() {}

    /**
     * What to compile of one file: the rules in it that are switched on.
     *
     * @param text as the compiler reads it, with the line numbers of the file
     * @param alone each rule by itself; empty where there is but one
     */
    public record Source(String file, String text, List<Rule> rules, List<Source> alone) {

        public static Source of(String file, List<ReadRule> rules) {
            Map<WrittenRule, Rule> scopes = new HashMap<>();
            rules.forEach(each -> scopes.put(each.written(), each.rule()));
            String text = CompilableText.of(
                    rules.stream().map(ReadRule::written).toList(),
                    written -> ScopedRules.conditions(Objects.requireNonNull(scopes.get(written))));
            List<Source> alone = rules.size() == 1
                    ? List.of()
                    : rules.stream().map(rule -> of(file, List.of(rule))).toList();
            return new Source(file, text, rules.stream().map(ReadRule::rule).toList(), alone);
        }

        Rule.Subject subject() {
            return rules.get(0).subject();
        }

        /** With what stands before every rule. */
        private String whole() {
            return header(subject()) + text;
        }
    }

    /** Compiles the files together; what the compiler or the gate refuses goes to the diagnostics, and nothing is returned. */
    public static Optional<AdmittedClasses> compile(List<Source> sources, Diagnostics diagnostics) {
        try {
            SortedMap<String, byte[]> classes = build(sources, diagnostics);
            return classes.isEmpty() ? Optional.empty() : Optional.of(AdmittedClasses.of(classes));
        } catch (RefusedClassException e) {
            LOG.log(Level.FINE, "Compiled rules are refused", e);
            blame(sources, diagnostics, OUT_OF_REACH);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.log(Level.FINE, "The rule compiler failed", e);
            blame(sources, diagnostics, NOT_TAKEN);
        }
        return Optional.empty();
    }

    /** Finds the files, and in them the rules, that cannot be taken by compiling them one at a time. */
    private static void blame(List<Source> sources, Diagnostics diagnostics, String sentence) {
        Source first = sources.get(0);
        List<Source> parts = sources.size() > 1 ? sources : first.alone();
        boolean found = false;
        if (parts.size() > 1) {
            for (Source part : parts) {
                found |= compile(List.of(part), diagnostics).isEmpty();
            }
        }
        if (!found) {
            diagnostics.add(
                    first.file(),
                    first.rules().size() == 1 ? first.rules().get(0).line() : 0,
                    sentence);
        }
    }

    private static SortedMap<String, byte[]> build(List<Source> sources, Diagnostics diagnostics) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId release =
                services.newReleaseId("org.noteworthy.rules", UUID.randomUUID().toString(), "1");
        files.generateAndWritePomXML(release);
        Map<String, Source> byPath = new TreeMap<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            String path = packageOf(source.subject()).replace('.', '/') + "/rules" + i + ".drl";
            byPath.put(path, source);
            files.write(SOURCES + path, source.whole());
        }
        KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
        try {
            builder.buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                tell(errors, byPath, diagnostics);
                return new TreeMap<>();
            }
            return classes((InternalKieModule) builder.getKieModule());
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** Java package of the rules about that subject. */
    public static String packageOf(Rule.Subject subject) {
        return PACKAGE + (subject == Rule.Subject.NOTE ? "note" : "engagement");
    }

    private static String header(Rule.Subject subject) {
        String ours = Stream.of(TextPattern.class, TextSearch.class, Deadline.class)
                .map(type -> " import " + type.getName() + ";")
                .collect(Collectors.joining());
        return "package " + packageOf(subject)
                + "; import org.noteworthy.notes.Note; import org.noteworthy.notes.Interaction;" + ours
                + " global org.noteworthy.playbooks.engine.Verdict report; dialect \"mvel\" ";
    }

    private static SortedMap<String, byte[]> classes(InternalKieModule module) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String name : module.getFileNames()) {
            if (name.endsWith(".class") && !name.startsWith(ENGINES_OWN)) {
                classes.put(name.substring(0, name.length() - ".class".length()), module.getBytes(name));
            }
        }
        return classes;
    }

    /**
     * The compiler's own words speak of generated Java; the owner of a rule is told the place and what to look at. Its
     * errors mostly name the file without a line, and those in the generated code not even that.
     */
    private static void tell(List<Message> errors, Map<String, Source> byPath, Diagnostics diagnostics) {
        Set<Source> named = new LinkedHashSet<>();
        for (Message error : errors) {
            LOG.fine(() -> "Rule compiler: " + error);
            String path = error.getPath() == null ? "" : error.getPath();
            Source source = byPath.get(path.startsWith(SOURCES) ? path.substring(SOURCES.length()) : path);
            if (source != null) {
                named.add(source);
            }
        }
        named.forEach(source -> blame(List.of(source), diagnostics, NOT_TAKEN));
        if (named.isEmpty()) {
            blame(List.copyOf(byPath.values()), diagnostics, NOT_TAKEN);
        }
    }
}
