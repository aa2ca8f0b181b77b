package org.noteworthy.cli.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.report.Words;

/** Drafts for people, in lines that fit on a screen. */
final class DraftText {
    private static final int WIDTH = 100;
    private static final int NAME = 9;
    private static final int MOST_SAVES = 10;

    private final Terminal terminal;

    DraftText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** All that is known of one. */
    void print(DraftView draft, Standing standing, PlaceOption.Named place) {
        line("Draft " + draft.name() + ": " + draft.state());
        fact("title", draft.title());
        fact("author", draft.author().told() + ", " + second(draft.created()));
        fact("copy of", draft.base().edition());
        fact("digest", draft.digest());
        fact("changes", changes(draft));
        List<DraftView.Save> saves = draft.history();
        if (saves.size() > MOST_SAVES) {
            fact("saved", saves.size() - MOST_SAVES + " times before");
        }
        for (DraftView.Save save : saves.subList(Math.max(0, saves.size() - MOST_SAVES), saves.size())) {
            fact("saved", save.by().told() + ", " + second(save.at()) + ": " + String.join(", ", save.files()));
        }
        review(draft);
        DraftView.Publication publication = draft.publication();
        if (publication != null) {
            fact(
                    publication.kind(),
                    "as " + publication.edition() + " by " + publication.by().told() + ", "
                            + second(publication.at()) + ": " + publication.reason()
                            + (publication.done() ? "" : " (under way, or broken off)"));
        }
        if (draft.base().gone()) {
            fact("base", "is not there any more");
        } else if (draft.base().hasMoved()) {
            fact("base", "has changed since: " + String.join(", ", draft.base().moved()));
        }
        standing.missing().forEach(each -> fact("missing", each));
        next(standing, place);
    }

    private void review(DraftView draft) {
        DraftView.Submission submission = draft.submission();
        if (submission != null) {
            fact("submitted", submission.by().told() + ", " + second(submission.at()) + ": " + submission.reason());
        }
        for (DraftView.Approval approval : draft.approvals()) {
            fact(
                    approval.voided() == null ? "approved" : "void",
                    approval.by().told() + ", " + second(approval.at()) + ", " + approval.digest()
                            + (approval.comment().isEmpty() ? "" : ": " + approval.comment())
                            + (approval.voided() == null
                                    ? ""
                                    : "; counts no longer since " + second(approval.voided())));
        }
        draft.comments()
                .forEach(each -> fact("comment", each.by().told() + ", " + second(each.at()) + ": " + each.text()));
    }

    private static String changes(DraftView draft) {
        List<String> told = new ArrayList<>();
        draft.files().stream()
                .filter(file -> !file.change().equals("none"))
                .forEach(file -> told.add(file.path() + " " + file.change()));
        draft.deleted().forEach(path -> told.add(path + " deleted"));
        return told.isEmpty() ? "none" : String.join(", ", told);
    }

    /** A time to the second. */
    static String second(String time) {
        return time.replaceFirst("\\.[0-9]+(?=Z$)", "");
    }

    /** What to type next, in that place. */
    void next(Standing standing, PlaceOption.Named place) {
        String head = "Next: ";
        for (String step : standing.next()) {
            String command = place.command(step);
            if (command != null) {
                line(head + command);
                head = "      ";
            }
        }
    }

    /** A fact with its name, wrapped. */
    void fact(String name, String value) {
        String indent = " ".repeat(NAME + 4);
        String head = String.format(Locale.ROOT, "  %-" + NAME + "s  ", Characters.harmless(name));
        for (String line : Words.wrapped(Characters.harmless(value), WIDTH, indent)) {
            raw(head + line.substring(indent.length()));
            head = indent;
        }
    }

    /** One line, whatever is in it. */
    void line(String line) {
        raw(Characters.harmless(line));
    }

    /** Lines as somebody has written them. */
    void lines(String lines) {
        terminal.out().print(Characters.harmlessLines(lines));
        if (!lines.endsWith("\n")) {
            terminal.out().print("\n");
        }
    }

    private void raw(String line) {
        terminal.out().print(line.stripTrailing() + "\n");
    }
}
