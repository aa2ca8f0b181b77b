package org.noteworthy.authoring.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Confirmation;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.Table;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Every small change of an edition's tables and limits: a row left out, a limit moved by one. Confirmations are no words to
 * judge by, and stay.
 */
public final class TableMutants {
    private static final String LIMIT = "statusCharacters:";
    private static final int NAMING_CELLS = 3;

    private final Playbook playbook;

    /**
     * A changed file.
     *
     * @param text what the file holds after the change
     * @param words which are in the file before it and may not be after it
     */
    public record Edit(Mutant mutant, String text, List<String> words) {
        public Edit {
            words = List.copyOf(words);
        }
    }

    /** The changes of a playbook's tables and limits. */
    public TableMutants(Playbook playbook) {
        this.playbook = playbook;
    }

    /** The changes, in the order of the files and their lines. */
    public List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        for (String file : playbook.files().names()) {
            if (file.equals(EditionFiles.SETTINGS)) {
                limits(edits);
            } else if (file.startsWith(EditionFiles.TABLES) && !file.equals(Confirmation.FILE)) {
                rows(file, edits);
            }
        }
        return edits;
    }

    /** The playbook after a change, or what then is wrong with it. */
    public Compilation after(Edit edit) {
        Map<String, byte[]> changed = new TreeMap<>();
        changed.put(edit.mutant().file(), edit.text().getBytes(StandardCharsets.UTF_8));
        return Library.compile(
                playbook.files().with(changed),
                RuleCache.none(),
                playbook,
                new Diagnostics(playbook.edition().version()));
    }

    private void limits(List<Edit> edits) {
        int limit = playbook.tables().settings().statusCharacters();
        List<String> lines = lines(EditionFiles.SETTINGS);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(LIMIT)) {
                for (int other : new int[] {limit - 1, limit + 1}) {
                    List<String> changed = new ArrayList<>(lines);
                    changed.set(i, lines.get(i).replaceFirst(LIMIT + ".*", LIMIT + " " + other));
                    String change = "\"" + LIMIT + " " + other + "\" instead of \"" + LIMIT + " " + limit + "\"";
                    edits.add(new Edit(new Mutant(EditionFiles.SETTINGS, i + 1, change), joined(changed), List.of()));
                }
            }
        }
    }

    private void rows(String file, List<Edit> edits) {
        String name = file.substring(EditionFiles.TABLES.length());
        List<Table.Row> rows = Table.readMaybeEmpty(
                        playbook.files(),
                        name,
                        List.of(),
                        new Diagnostics(playbook.edition().version()))
                .rows();
        List<String> lines = lines(file);
        for (int i = 0; i < rows.size(); i++) {
            int line = rows.get(i).line();
            int next = i + 1 < rows.size() ? rows.get(i + 1).line() : lines.size() + 1;
            List<String> changed = new ArrayList<>(lines.subList(0, line - 1));
            changed.addAll(lines.subList(next - 1, lines.size()));
            List<String> cells = rows.get(i).first(NAMING_CELLS);
            String change = "without the row \"" + String.join(", ", cells) + "\"";
            edits.add(new Edit(new Mutant(file, line, change), joined(changed), cells));
        }
    }

    private List<String> lines(String file) {
        return playbook.files()
                .text(file, new Diagnostics(playbook.edition().version()))
                .orElse("")
                .lines()
                .toList();
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
