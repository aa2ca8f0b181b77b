package org.noteworthy.audit.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.audit.KeptEdition;
import org.noteworthy.playbooks.Compilation;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Diagnostic;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.engine.RuleCache;

/** The editions by which something was once judged, made again from the files that were kept with the decisions. */
public final class KeptPlaybooks {
    private final AuditDatabase database;
    private final @Nullable Library library;
    private final RuleCache cache;
    private final Map<String, Playbook> playbooks = new ConcurrentHashMap<>();

    /** An edition that {@code library} still has is taken from there. */
    public KeptPlaybooks(AuditDatabase database, @Nullable Library library, RuleCache cache) {
        this.database = database;
        this.library = library;
        this.cache = cache;
    }

    /**
     * The edition of that digest.
     *
     * @throws AuditException if its files were not kept, were changed, or this version cannot use them
     */
    public Playbook ofDigest(String digest) {
        return playbooks.computeIfAbsent(digest, this::found);
    }

    private Playbook found(String digest) {
        return inLibrary(digest).orElseGet(() -> made(digest));
    }

    private Optional<Playbook> inLibrary(String digest) {
        Library now = library;
        return now == null
                ? Optional.empty()
                : now.versions().stream()
                        .filter(version -> now.diagnostics(version).isEmpty())
                        .flatMap(version -> now.serving(version).stream())
                        .filter(playbook -> playbook.edition().digest().equals(digest))
                        .findFirst();
    }

    private Playbook made(String digest) {
        KeptEdition kept = database.with(connection -> new KeptEditionDao(connection).find(digest))
                .orElseThrow(() -> new AuditException(
                        "The rules " + digest + " are not in the audit log, so nothing can be replayed by them."));
        EditionFiles files = EditionFiles.of(kept.version(), kept.files());
        if (!files.digest().equals(digest)) {
            throw new AuditException("The rules kept for " + kept.version() + " (" + digest
                    + ") are not those that judged: they were changed. noteworthy audit verify says more.");
        }
        Compilation compilation = Library.read(files, cache);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.playbook();
        }
        List<Diagnostic> diagnostics = ((Compilation.Refused) compilation).diagnostics();
        throw new AuditException("This version of noteworthy does not take the rules kept for " + kept.version() + " ("
                + digest + "). Replay with the version that recorded them.\n"
                + String.join(
                        "\n", diagnostics.stream().map(Diagnostic::toString).toList()));
    }
}
