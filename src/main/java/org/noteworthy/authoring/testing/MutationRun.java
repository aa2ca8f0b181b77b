package org.noteworthy.authoring.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.testing.RuleMutants.MutantRule;
import org.noteworthy.checking.Checker;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Playbook;

/**
 * Finds the small changes of an edition that none of its fixtures notices.
 *
 * <p>A fixture notices a change when it would fail with it. So does the reader of the edition, when it refuses it then.
 */
public final class MutationRun {
    private static final Comparator<Mutant> BY_PLACE =
            Comparator.comparing(Mutant::file).thenComparingInt(Mutant::line).thenComparing(Mutant::change);

    private final Playbook playbook;
    private final List<FixtureCase> cases;
    private final LongConsumer progress;
    private final AtomicInteger tried = new AtomicInteger();

    /** For a playbook and those cases that are judged by it, all of which are as expected; tells how many changes were tried. */
    public MutationRun(Playbook playbook, List<FixtureCase> cases, LongConsumer progress) {
        this.playbook = playbook;
        this.cases = cases;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param changes how many there were
     * @param unnoticed in the order of files and lines
     * @param mutants the playbook with all changed rules in it
     */
    public record Found(int changes, List<Mutant> unnoticed, Playbook mutants) {}

    /** Tries every change; {@code before} is the mutants of another edition, whose rules may be the same. */
    public Found run(@Nullable Playbook before) {
        RuleMutants rules = new RuleMutants(playbook);
        TableMutants tables = new TableMutants(playbook);
        List<TableMutants.Edit> edits = tables.edits();
        Playbook mutants = rules.besideTheRules(before);
        List<Mutant> unnoticed = new ArrayList<>(unnoticed(rules.mutantRules(), mutants));
        unnoticed.addAll(edits.parallelStream()
                .filter(edit -> !notices(tables.after(edit), likelyFirst(edit)))
                .map(TableMutants.Edit::mutant)
                .toList());
        unnoticed.sort(BY_PLACE);
        return new Found(rules.mutantRules().size() + edits.size(), unnoticed, mutants);
    }

    private List<Mutant> unnoticed(List<MutantRule> mutantRules, Playbook mutants) {
        Set<MutantRule> left = new HashSet<>(mutantRules);
        try (Checker checker = new Checker(mutants)) {
            for (FixtureCase each : cases) {
                FixtureOutcome outcome = FixtureOutcome.of(each.fixture(), checker);
                left.removeIf(mutantRule -> outcome.differs(mutantRule)
                        && !each.complaints(outcome.with(mutantRule, playbook.edition()))
                                .isEmpty());
            }
        }
        progress.accept(tried.addAndGet(mutantRules.size()));
        return mutantRules.stream()
                .filter(left::contains)
                .map(MutantRule::mutant)
                .toList();
    }

    /** The cases, those first whose text has the words of the change: one of them mostly notices it. */
    private List<FixtureCase> likelyFirst(TableMutants.Edit edit) {
        String word =
                edit.words().isEmpty() ? "" : edit.words().get(edit.words().size() - 1);
        Map<Boolean, List<FixtureCase>> having = cases.stream()
                .collect(Collectors.partitioningBy(each -> each.fixture().mentions(word)));
        return Stream.of(true, false)
                .flatMap(has -> having.getOrDefault(has, List.of()).stream())
                .toList();
    }

    private boolean notices(Compilation changed, List<FixtureCase> ordered) {
        progress.accept(tried.incrementAndGet());
        if (!(changed instanceof Compilation.Compiled compiled)) {
            return true;
        }
        try (Checker checker = new Checker(compiled.playbook())) {
            return ordered.stream()
                    .anyMatch(each -> !each.complaints(FixtureOutcome.of(each.fixture(), checker))
                            .isEmpty());
        }
    }
}
