package org.noteworthy.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.QuestionException;
import org.noteworthy.cli.input.UnreadableInputException;
import org.noteworthy.playbooks.Flaw;
import org.noteworthy.playbooks.NoPlaybookInForceException;
import org.noteworthy.playbooks.PlaybookRefusedException;
import org.noteworthy.playbooks.RulesFolderException;
import org.noteworthy.playbooks.UnknownPlaybookException;

/** What a verb stumbled over, told to whoever typed it. */
final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private Failures() {}

    /** Tells what somebody asked for that is not there, or that an input cannot be read; anything else is ours. */
    static int tell(Terminal terminal, Exception failure) {
        if (failure instanceof PlaybookRefusedException refused) {
            terminal.say("the playbook cannot be used:");
            for (Flaw flaw : refused.flaws()) {
                terminal.side().println(flaw);
            }
            return Exit.UNUSABLE;
        }
        if (failure instanceof RulesFolderException
                || failure instanceof UnknownPlaybookException
                || failure instanceof NoPlaybookInForceException
                || failure instanceof UnreadableInputException
                || failure instanceof AuditException
                || failure instanceof QuestionException
                || failure instanceof UnusableException) {
            terminal.say(String.valueOf(failure.getMessage()));
            return Exit.UNUSABLE;
        }
        terminal.say("something went wrong that is no fault of yours: " + failure
                + ". Please tell the makers of noteworthy what you did.");
        LOG.log(Level.FINE, "The verb failed", failure);
        return Exit.UNUSABLE;
    }
}
