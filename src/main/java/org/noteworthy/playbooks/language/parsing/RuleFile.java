package org.noteworthy.playbooks.language.parsing;

import java.util.List;
import org.noteworthy.playbooks.language.SourceDiagnostic;
import org.noteworthy.playbooks.language.Span;
import org.noteworthy.playbooks.language.WrittenRule;

/**
 * A rule file as it was read.
 *
 * @param rules in the order of the file; those that could not be understood are left out
 * @param begun how many begin in it, whether they could be understood or not
 * @param comments where comments stand, in their order
 * @param diagnostics everything in it that is not of the language; a file with any must not be compiled
 */
public record RuleFile(List<WrittenRule> rules, int begun, List<Span> comments, List<SourceDiagnostic> diagnostics) {
    public RuleFile {
        rules = List.copyOf(rules);
        comments = List.copyOf(comments);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads a file with the line ends {@code \n} and without a byte-order mark; never throws. */
    public static RuleFile read(String text) {
        SourceDiagnostics diagnostics = new SourceDiagnostics();
        Scanner scanner = new Scanner(text, diagnostics);
        List<Token> tokens = scanner.tokens();
        if (!diagnostics.none() || !Brackets.closed(tokens, diagnostics)) {
            return new RuleFile(List.of(), 0, scanner.comments(), diagnostics.all());
        }
        FileParser parser = new FileParser(text, tokens, diagnostics);
        List<WrittenRule> rules = parser.rules();
        return new RuleFile(rules, parser.begun(), scanner.comments(), diagnostics.all());
    }
}
