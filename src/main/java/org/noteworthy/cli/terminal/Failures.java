package org.noteworthy.cli.terminal;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.noteworthy.failure.UserException;
import org.noteworthy.playbooks.PlaybookRefusedException;
import org.noteworthy.playbooks.WaiversRefusedException;
import org.noteworthy.playbooks.edition.Diagnostic;

/** What a verb stumbled over, told to whoever typed it. */
public final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private Failures() {}

    /** Tells what somebody asked for that is not there, or that an input cannot be read; anything else is ours. */
    public static int tell(Terminal terminal, Exception failure) {
        if (failure instanceof PlaybookRefusedException refused) {
            terminal.say("the playbook cannot be used:");
            for (Diagnostic diagnostic : refused.diagnostics()) {
                terminal.side().println(diagnostic);
            }
            return Exit.UNUSABLE;
        }
        if (failure instanceof WaiversRefusedException refused) {
            terminal.say("the waivers cannot be used (check --no-waivers checks without them):");
            for (Diagnostic diagnostic : refused.diagnostics()) {
                terminal.side().println(diagnostic);
            }
            return Exit.UNUSABLE;
        }
        if (failure instanceof UserException known) {
            terminal.say(known.sentence());
            return Exit.UNUSABLE;
        }
        terminal.say("something went wrong inside noteworthy: " + failure
                + ". Please tell the makers of noteworthy what you did.");
        LOG.log(Level.FINE, "The verb failed", failure);
        return Exit.UNUSABLE;
    }
}
