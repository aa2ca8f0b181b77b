package org.noteworthy.playbooks.language.parsing;

import java.util.List;
import org.noteworthy.playbooks.language.SourceDiagnostic;
import org.noteworthy.playbooks.language.WrittenRule;

/**
 * A rule file as it was read.
 *
 * @param rules in the order of the file; those that could not be understood are left out
 * @param diagnostics everything in it that is not of the language; a file with any must not be compiled
 */
public record RuleFile(List<WrittenRule> rules, List<SourceDiagnostic> diagnostics) {
    public RuleFile {
        rules = List.copyOf(rules);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads a file with the line ends {@code \n} and without a byte-order mark; never throws. */
    public static RuleFile read(String text) {
        SourceDiagnostics diagnostics = new SourceDiagnostics();
        List<Token> tokens = new Scanner(text, diagnostics).tokens();
        if (!diagnostics.none() || !Brackets.closed(tokens, diagnostics)) {
            return new RuleFile(List.of(), diagnostics.all());
        }
        List<WrittenRule> rules = new FileParser(text, tokens, diagnostics).rules();
        return new RuleFile(rules, diagnostics.all());
    }
}
