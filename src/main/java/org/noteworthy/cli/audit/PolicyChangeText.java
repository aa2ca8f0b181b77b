package org.noteworthy.cli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.change.Approval;
import org.noteworthy.audit.change.Effect;
import org.noteworthy.audit.change.Identity;
import org.noteworthy.audit.change.PolicyChange;
import org.noteworthy.audit.change.RecordedChange;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.report.Words;

/** Changes of the policy for people, in lines that fit on a screen. */
final class PolicyChangeText {
    private static final int WIDTH = 100;
    private static final int NAME = 11;
    private static final int MOST_FILES = 20;

    private final Terminal terminal;

    PolicyChangeText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** All that is known of one change, and an empty line. */
    void print(RecordedChange recorded) {
        PolicyChange change = recorded.change();
        line("Policy change " + recorded.seq() + ": " + Characters.harmless(change.edition()) + " "
                + change.kind().word());
        fact("time", change.time().toString());
        fact("by", told(change.by()));
        fact("reason", change.reason());
        fact("draft", change.draft());
        fact("from", change.fromDigest() == null ? "nothing" : change.fromDigest());
        fact("to", change.toDigest() == null ? "nothing" : change.toDigest());
        fact("files", files(change));
        effect(change.effect());
        change.approvals().forEach(this::approval);
        fact("id", change.id());
        fact("product", "noteworthy " + change.product());
        fact("signed", recorded.signature() == null ? "no" : "yes");
        fact("hash", recorded.hash());
        line("");
    }

    private void approval(Approval approval) {
        fact("approved by", told(approval.by()) + ", " + approval.time() + ", " + approval.digest());
        effect(approval.effect());
    }

    private void effect(@Nullable Effect effect) {
        if (effect != null) {
            fact("effect", effect.sentence() + " Looked at: " + effect.notes() + " of " + effect.outOf() + " notes.");
        }
    }

    private static String told(Identity who) {
        return who.name() + (who.verified().equals("none") ? " (not verified)" : " (" + who.verified() + ")");
    }

    /** What became of the edition's own files, by name. */
    private static String files(PolicyChange change) {
        Map<String, String> before = change.filesBefore();
        Map<String, String> after = change.files();
        List<String> told = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            String was = before.get(path);
            String is = after.get(path);
            if (was == null) {
                told.add(path + " added");
            } else if (is == null) {
                told.add(path + " removed");
            } else if (!was.equals(is)) {
                told.add(path + " changed");
            }
        }
        if (told.isEmpty()) {
            return "none changed";
        }
        int more = told.size() - MOST_FILES;
        return String.join(", ", told.subList(0, Math.min(told.size(), MOST_FILES)))
                + (more > 0 ? ", and " + more + " more" : "");
    }

    private void fact(String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        String indent = " ".repeat(NAME + 4);
        String head = String.format(Locale.ROOT, "  %-" + NAME + "s  ", name);
        for (String line : Words.wrapped(Characters.harmless(value), WIDTH, indent)) {
            line(head + line.substring(indent.length()));
            head = indent;
        }
    }

    private void line(String line) {
        terminal.out().print(line.stripTrailing() + "\n");
    }
}
