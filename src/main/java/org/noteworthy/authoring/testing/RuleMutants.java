package org.noteworthy.authoring.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.PlaybookRefusedException;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.Rule;
import org.noteworthy.playbooks.engine.RuleCache;
import org.noteworthy.playbooks.language.DrlText;

/**
 * Every small change of an edition's rules.
 *
 * <p>Each changed rule gets a name of its own, and all of them are compiled once beside the rules as they are: so one
 * look at a note tells what each change would do to it.
 */
public final class RuleMutants {
    private final Playbook playbook;
    private final List<MutantRule> mutantRules = new ArrayList<>();
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /**
     * A changed rule.
     *
     * @param rule id of the rule that was changed
     * @param id its own id in {@link #besideTheRules}
     */
    public record MutantRule(Mutant mutant, String rule, String id) {}

    /** The changes of a playbook's rules. */
    public RuleMutants(Playbook playbook) {
        this.playbook = playbook;
        for (Rule rule : playbook.edition().rules()) {
            playbook.files().written(rule).map(Mutations::of).orElse(List.of()).forEach(each -> add(rule, each));
        }
    }

    private void add(Rule rule, Mutation mutation) {
        String id = "stand-in-" + (mutantRules.size() + 1);
        mutantRules.add(
                new MutantRule(new Mutant(rule.file(), mutation.at().line(), mutation.change()), rule.id(), id));
        files.put(id + ".drl", DrlText.of(mutation.rule().named(id)).getBytes(StandardCharsets.UTF_8));
    }

    /** The changed rules, in the order of the rules and within a rule as it is written. */
    public List<MutantRule> mutantRules() {
        return List.copyOf(mutantRules);
    }

    /** The playbook with all changed rules as rules of their own; {@code before} is one of another edition, if any. */
    public Playbook besideTheRules(@Nullable Playbook before) {
        String version = playbook.edition().version();
        Diagnostics diagnostics = new Diagnostics(version);
        Compilation compilation = Library.compile(playbook.files().with(files), RuleCache.none(), before, diagnostics);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.playbook();
        }
        throw new PlaybookRefusedException(version, ((Compilation.Refused) compilation).diagnostics());
    }
}
