package org.noteworthy.cli.draft;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.view.DraftList;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.notes.text.Characters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noteworthy draft list}: the drafts, by name. */
@Command(
        name = "list",
        description = "Lists the drafts: name, state, edition, last change, author and title.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
final class ListDrafts extends DraftVerb {
    @Option(
            names = "--state",
            paramLabel = "S",
            description = "Only those that are editing, in-review, approved, published or discarded.")
    private @Nullable String state;

    ListDrafts(Terminal terminal, Clock clock) {
        super(terminal, clock);
    }

    @Override
    int on(DraftDesk desk) {
        DraftList list = desk.list(state);
        if (json) {
            write(list);
            return Exit.FINE;
        }
        int width = list.drafts().stream()
                .mapToInt(each -> each.name().length())
                .max()
                .orElse(4);
        for (DraftList.Entry draft : list.drafts()) {
            text().line(String.format(Locale.ROOT, "%-" + width + "s  %-9s  ", draft.name(), draft.state())
                    + draft.edition() + "  " + DraftText.second(draft.changed()) + "  "
                    + draft.author().name() + ": " + draft.title()
                    + (draft.moved() ? " (its base has changed)" : ""));
        }
        if (list.drafts().isEmpty()) {
            terminal.say("there is no draft" + (state == null ? "" : " in that state") + ".");
        }
        list.damaged()
                .forEach(name -> terminal.say("the draft " + Characters.harmless(name)
                        + " cannot be read: its files are damaged. Restore them from a backup, or delete its folder."));
        return list.damaged().isEmpty() ? Exit.FINE : Exit.FOUND;
    }
}
