package org.noteworthy.playbooks.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.noteworthy.notes.text.Suggestions;
import org.noteworthy.playbooks.language.Span;

/** Collects everything that is wrong in one edition's folder, so that its owner sees it all at once. */
public final class Diagnostics {
    private static final int MOST_OF_FILE = 1_000;

    private final String folder;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<String, Integer> ofFile = new HashMap<>();
    private final Suggestions suggestions = new Suggestions();
    private EditionFiles files;

    /** For the edition in that folder; for what lies beside the editions where it is empty. */
    public Diagnostics(String folder) {
        this.folder = folder;
        files = EditionFiles.none(folder);
    }

    /** From now on what is wrong with a file is told where that file lies: in this edition, or in one that it extends. */
    public void inherit(EditionFiles whole) {
        files = whole;
    }

    void add(String file, int line, int column, String sentence) {
        add(file, line, column, 0, sentence);
    }

    public void add(String file, int line, int column, int length, String sentence) {
        Diagnostic diagnostic = placed(file, line, column, length, sentence);
        if (ofFile.merge(path(folder, file), 1, Integer::sum) <= MOST_OF_FILE) {
            found.add(diagnostic);
        }
    }

    private Diagnostic placed(String file, int line, int column, int length, String sentence) {
        Extension extension = files.extension();
        if (extension != null && file.equals(EditionFiles.SETTINGS) && !extension.isOwn(line)) {
            return new Diagnostic(extension.base() + "/" + file, 0, 0, 0, sentence);
        }
        return new Diagnostic(path(files.home(file), file), line, column, length, sentence);
    }

    private static String path(String folder, String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }

    public void add(String file, int line, String sentence) {
        add(file, line, 0, sentence);
    }

    void add(String file, Span at, String sentence) {
        add(file, at.line(), at.column(), at.length(), sentence);
    }

    public void add(Diagnostic diagnostic) {
        ofFile.merge(path(folder, diagnostic.name()), 1, Integer::sum);
        found.add(diagnostic);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** Whether nothing is wrong with that file of the edition. */
    public boolean none(String file) {
        return !ofFile.containsKey(path(folder, file));
    }

    /** All of them by place; of a file with very many only the first, and how many more there are. */
    public List<Diagnostic> sorted() {
        List<Diagnostic> all = new ArrayList<>(found);
        ofFile.forEach((file, count) -> {
            if (count > MOST_OF_FILE) {
                all.add(new Diagnostic(file, 0, 0, 0, more(count - MOST_OF_FILE)));
            }
        });
        Extension extension = files.extension();
        if (extension != null
                && all.stream().anyMatch(diagnostic -> !diagnostic.file().startsWith(folder + "/"))) {
            all.add(
                    extension.diagnostic(
                            folder,
                            "This edition takes over files of " + extension.base()
                                    + " in which something is wrong. Correct it there, or put a corrected copy of the file here."));
        }
        return all.stream().distinct().sorted().toList();
    }

    private static String more(int count) {
        return "There are " + count + " more things wrong in this file than are told here. Mend these first.";
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else what there is. */
    public String insteadOf(String given, Collection<String> candidates) {
        return suggestions.insteadOf(given, candidates);
    }

    /** {@code " Maybe you mean X."} where one of the candidates is near, else the other sentence. */
    String maybe(String given, Collection<String> candidates, String otherwise) {
        return suggestions.maybe(given, candidates, otherwise);
    }

    /** Whether so much is wrong in a file that nothing more is told of it, and only counted. */
    boolean isFull(String file) {
        return ofFile.getOrDefault(path(folder, file), 0) >= MOST_OF_FILE;
    }
}
