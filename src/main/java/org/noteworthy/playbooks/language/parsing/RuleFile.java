package org.noteworthy.playbooks.language.parsing;

import java.util.List;
import org.noteworthy.playbooks.language.Objection;
import org.noteworthy.playbooks.language.WrittenRule;

/**
 * A rule file as it was read.
 *
 * @param rules in the order of the file; those that could not be understood are left out
 * @param objections everything in it that is not of the language; a file with any must not be compiled
 */
public record RuleFile(List<WrittenRule> rules, List<Objection> objections) {
    public RuleFile {
        rules = List.copyOf(rules);
        objections = List.copyOf(objections);
    }

    /** Reads a file with the line ends {@code \n} and without a byte-order mark; never throws. */
    public static RuleFile read(String text) {
        Objections objections = new Objections();
        List<Token> tokens = new Scanner(text, objections).tokens();
        if (!objections.none() || !Brackets.closed(tokens, objections)) {
            return new RuleFile(List.of(), objections.all());
        }
        List<WrittenRule> rules = new FileParser(text, tokens, objections).rules();
        return new RuleFile(rules, objections.all());
    }
}
