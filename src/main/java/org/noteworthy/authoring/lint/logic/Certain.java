package org.noteworthy.authoring.lint.logic;

import java.util.List;
import org.noteworthy.notes.vocabulary.FactInvariants;
import org.noteworthy.notes.vocabulary.FactInvariants.Certainty;
import org.noteworthy.playbooks.language.WrittenRule;
import org.noteworthy.playbooks.language.parsing.RuleFile;

/** {@link FactInvariants} as formulas. */
final class Certain {
    private Certain() {}

    /** What holds of the fact of that type at a place. */
    static List<Formula> of(String type, int place) {
        return FactInvariants.all().stream()
                .filter(certainty -> certainty.type().equals(type))
                .map(Certainty::condition)
                .map(condition -> formula(type, condition, place))
                .toList();
    }

    /** A condition of the rule language about the fact at a place. */
    static Formula formula(String type, String condition, int place) {
        RuleFile read = RuleFile.read("rule \"certain\" when $it : " + type + "( " + condition
                + " ) exists Note( ) then report.violation( $it, \"-\" ); end");
        if (!read.diagnostics().isEmpty()) {
            throw new IllegalStateException(condition + ": " + read.diagnostics());
        }
        WrittenRule rule = read.rules().get(0);
        return new Translation(name -> place).all(rule.patterns().get(0).conditions());
    }
}
