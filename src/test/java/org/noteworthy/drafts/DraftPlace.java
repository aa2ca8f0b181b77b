package org.noteworthy.drafts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditSettings;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.audit.log.CallContext;
import org.noteworthy.audit.log.DecisionLog;
import org.noteworthy.audit.store.AuditDatabase;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.checking.Reviewer;
import org.noteworthy.checking.TimeLimits;
import org.noteworthy.checking.outcome.Entry;
import org.noteworthy.checking.outcome.Origin;
import org.noteworthy.checking.outcome.ProductVersion;
import org.noteworthy.cli.Folders;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.engine.RuleCache;

/** A rules folder, fixtures, drafts and an audit log of a test's own. */
final class DraftPlace implements Surroundings, AutoCloseable {
    static final String EDITION = "2020-03-25";

    /** Where compiled rules are kept; processes that a test starts are told of it. */
    static final String CACHE =
            System.getProperty("test.cache", System.getProperty("java.io.tmpdir") + "/noteworthy-test-cache");

    static final Person ANN = Person.named("ann");
    static final Person BOB = Person.named("bob");
    static final Person EVE = Person.named("eve");

    private final Path folder;
    private final AuditDatabase audit;
    private final RuleCache cache;
    private final SigningKey key;
    ReviewPolicy policy = new ReviewPolicy(1, false, null);
    int most = 200;

    /** What happens while somebody publishes, after the draft was looked at. */
    Runnable meanwhile = () -> {};

    private @Nullable Library serving;
    final Drafts drafts;
    final DraftChecks checks;
    final Reviews reviews;
    final Publisher publisher;
    final Rollbacks rollbacks;
    final Rebase rebase;

    private DraftPlace(Path folder, RulesFolder.KillPoint killPoint) {
        this.folder = folder;
        cache = RuleCache.named(CACHE);
        audit = AuditDatabase.open(address());
        Path file = folder.resolve("audit.key");
        if (!Files.exists(file)) {
            SigningKey.make(file);
        }
        key = SigningKey.read(file);
        drafts = new Drafts(this, new DraftStore(drafts()), new RulesFolder(rules(), killPoint));
        checks = new DraftChecks(this, drafts);
        reviews = new Reviews(this, drafts, checks);
        publisher = new Publisher(this, drafts, checks, killPoint);
        rollbacks = new Rollbacks(this, drafts, publisher);
        rebase = new Rebase(drafts);
    }

    /** Copies of the rules and of some fixtures in an empty folder. */
    static DraftPlace in(Path folder) throws IOException {
        Folders.copyRules(folder.resolve("rules"));
        for (String rule : List.of("status-brief", "summary-present")) {
            Folders.copy(
                    Path.of("test-fixtures/rules", rule),
                    made(folder.resolve("test-fixtures/rules")).resolve(rule));
        }
        return again(folder);
    }

    /** What lies in a folder already. */
    static DraftPlace again(Path folder) {
        return again(folder, RulesFolder.KillPoint.NONE);
    }

    /** The same, in which publishing tells of its steps. */
    static DraftPlace again(Path folder, RulesFolder.KillPoint killPoint) {
        return new DraftPlace(folder, killPoint);
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    private DatabaseAddress address() {
        return new DatabaseAddress(folder.resolve("audit").toString(), null, null);
    }

    /** Records notes as the rules judge them now. */
    static void record(Path folder, List<String> texts) throws IOException {
        Library library = Library.open(Files.createDirectories(folder).resolve("rules"), RuleCache.none());
        try (DecisionLog log = DecisionLog.openNow(
                        new DatabaseAddress(folder.resolve("audit").toString(), null, null),
                        AuditSettings.of("tests", ProductVersion.current()),
                        Clock.systemUTC());
                Reviewer reviewer = new Reviewer(library, Clock.systemUTC(), TimeLimits.DEFAULT).by(EDITION)) {
            List<Entry> entries = new java.util.ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                entries.add(new Entry.Note(
                        new Origin("test", "note " + i, 0, 0, false), NoteRecord.of("N-" + i, texts.get(i))));
            }
            log.record(new CallContext("tests", library, Clock.systemUTC().instant(), 1), reviewer.review(entries))
                    .await();
        }
    }

    String rule(String name) throws IOException {
        return Files.readString(rules().resolve(EDITION).resolve(name));
    }

    Draft put(String draft, String path, String text, Person by) {
        Draft before = drafts.find(draft);
        String expected = drafts.hash(before, path).orElse(Drafts.ABSENT);
        return drafts.put(draft, path, expected, text.getBytes(StandardCharsets.UTF_8), by);
    }

    /** Puts one text in place of another in a file of a draft. */
    Draft change(String draft, String path, String from, String to, Person by) {
        String text = new String(drafts.file(drafts.find(draft), path), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(path + " does not hold " + from);
        }
        return put(draft, path, text.replace(from, to), by);
    }

    @Override
    public Path drafts() {
        return folder.resolve("drafts");
    }

    @Override
    public Path rules() {
        return folder.resolve("rules");
    }

    @Override
    public Path fixtures() {
        return folder.resolve("test-fixtures");
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public ReviewPolicy policy() {
        meanwhile.run();
        return policy;
    }

    @Override
    public Library library() {
        Library now = Library.open(rules(), cache);
        Library known = serving;
        if (known == null || !known.hasFilesOf(now)) {
            serving = now; // as a service goes on judging by what it has compiled
            return now;
        }
        return known;
    }

    @Override
    public RuleCache cache() {
        return cache;
    }

    @Override
    public Optional<AuditDatabase> audit() {
        return Optional.of(audit);
    }

    @Override
    public @Nullable SigningKey key() {
        return key;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void close() {
        checks.close();
        audit.close();
    }
}
