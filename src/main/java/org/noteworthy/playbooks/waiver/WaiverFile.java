package org.noteworthy.playbooks.waiver;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.Diagnostics;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.EditionFolder;

/**
 * The file of waivers beside the editions as it stood at one moment.
 *
 * @param files nothing but that file; none where it is not there or cannot be read
 * @param waivers what counts: what the file says or, where that is wrong, what it said before
 * @param diagnostics everything that is wrong with it, sorted by place
 */
public record WaiverFile(EditionFiles files, Waivers waivers, List<Diagnostic> diagnostics) {
    /** Its name in the rules folder. */
    public static final String NAME = "waivers.csv";

    public WaiverFile {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads that of a rules folder, which need not have one. */
    public static WaiverFile in(Path rules) {
        Diagnostics diagnostics = new Diagnostics("");
        EditionFiles files = EditionFolder.beside(rules, NAME, diagnostics)
                .map(content -> EditionFiles.of("", Map.of(NAME, content)))
                .orElseGet(() -> EditionFiles.none(""));
        if (files.names().isEmpty()) {
            return new WaiverFile(files, Waivers.NONE, diagnostics.sorted());
        }
        Waivers waivers = new WaiversReader(diagnostics).read(files);
        return new WaiverFile(files, diagnostics.none() ? waivers : Waivers.NONE, diagnostics.sorted());
    }

    /** Whether nothing is wrong with it. */
    public boolean isSound() {
        return diagnostics.isEmpty();
    }

    /** The same; where it is wrong, with the waivers that counted before. */
    public WaiverFile after(WaiverFile before) {
        return isSound() ? this : new WaiverFile(files, before.waivers(), diagnostics);
    }

    /** Whether the file said the same and the same was wrong with it. */
    public boolean sameAs(WaiverFile other) {
        return files.digest().equals(other.files.digest()) && diagnostics.equals(other.diagnostics);
    }
}
