package org.noteworthy.cli.draft;

import java.time.Clock;
import org.noteworthy.cli.terminal.Terminal;
import picocli.CommandLine.Parameters;

/** A verb about one draft. */
abstract class OneDraftVerb extends DraftVerb {
    @Parameters(index = "0", paramLabel = "NAME", description = "The draft.")
    String name = "";

    OneDraftVerb(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }
}
