package org.noteworthy.cli.draft.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.AuditException;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.DifferenceView;
import org.noteworthy.cli.draft.view.DraftList;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.draft.view.EffectView;
import org.noteworthy.cli.draft.view.FileView;
import org.noteworthy.cli.draft.view.RebasedView;
import org.noteworthy.cli.draft.view.RowEdit;
import org.noteworthy.cli.draft.view.TableView;
import org.noteworthy.drafts.Content;
import org.noteworthy.drafts.Draft;
import org.noteworthy.drafts.DraftChecks;
import org.noteworthy.drafts.DraftState;
import org.noteworthy.drafts.Drafts;
import org.noteworthy.drafts.Person;
import org.noteworthy.drafts.Publisher;
import org.noteworthy.drafts.Rebase;
import org.noteworthy.drafts.Reviews;
import org.noteworthy.drafts.Rollbacks;
import org.noteworthy.drafts.StaleSaveException;
import org.noteworthy.drafts.text.RowOperation;
import org.noteworthy.drafts.text.TableRows;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.text.Characters;
import org.noteworthy.notes.text.Nearest;

/** The drafts in a folder of this machine. */
public final class LocalDesk implements DraftDesk {
    private final LocalPlace place;
    private final Person who;
    private final Drafts drafts;
    private final DraftChecks checks;
    private final Reviews reviews;
    private final Publisher publisher;
    private final Rollbacks rollbacks;
    private final Rebase rebase;

    /** Does everything in the name of that person, which nobody verifies. */
    public LocalDesk(LocalPlace place, String who) {
        this.place = place;
        this.who = Person.named(who);
        drafts = new Drafts(place);
        checks = new DraftChecks(place, drafts);
        reviews = new Reviews(place, drafts, checks);
        publisher = new Publisher(place, drafts, checks);
        rollbacks = new Rollbacks(place, drafts, publisher);
        rebase = new Rebase(drafts);
    }

    @Override
    public boolean verifies() {
        return false;
    }

    private DraftView view(Draft draft) {
        return LocalViews.draft(draft, baseNow(draft));
    }

    private Rebase.BaseNow baseNow(Draft draft) {
        return draft.state().isOpen() ? rebase.baseNow(draft) : Rebase.BaseNow.UNMOVED;
    }

    @Override
    public DraftList list(@Nullable String state) {
        List<String> words =
                Arrays.stream(DraftState.values()).map(DraftState::word).toList();
        if (state != null && !words.contains(state)) {
            throw new UsageException("There is no state of that name."
                    + Nearest.maybe(state, words, " There is " + String.join(", ", words) + "."));
        }
        Drafts.Listing all = drafts.all();
        return new DraftList(
                all.drafts().stream()
                        .filter(draft -> state == null || draft.state().word().equals(state))
                        .map(draft -> LocalViews.entry(draft, baseNow(draft).hasMoved()))
                        .toList(),
                all.damaged());
    }

    @Override
    public DraftView create(String name, @Nullable String title, String from, @Nullable String inForceFrom) {
        return view(drafts.create(name, Objects.requireNonNullElse(title, name), from, day(inForceFrom), who));
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw new UsageException("--in-force-from takes a day such as 2020-03-25, not \"" + written + "\".");
        }
    }

    @Override
    public DraftView show(String name) {
        return view(drafts.find(name));
    }

    @Override
    public DifferenceView difference(String name) {
        Draft draft = drafts.find(name);
        return new DifferenceView(
                draft.digest(),
                drafts.difference(draft).stream()
                        .map(each -> new DifferenceView.OfFile(each.path(), each.kind(), each.unified()))
                        .toList());
    }

    @Override
    public Optional<FileView> file(String name, String path) {
        Draft draft = drafts.find(name);
        return drafts.hash(draft, path).map(hash -> FileView.of(drafts.file(draft, path), hash));
    }

    @Override
    public DraftView put(String name, String path, String expected, byte[] content) {
        return saved(() -> drafts.put(name, path, expected, content, who));
    }

    @Override
    public DraftView delete(String name, String path, String expected) {
        return saved(() -> drafts.delete(name, path, expected, who));
    }

    /** Whoever saves late is shown what both have done, so that nothing of it is lost. */
    private DraftView saved(Supplier<Draft> save) {
        try {
            return view(save.get());
        } catch (StaleSaveException e) {
            String both = e.difference()
                    .map(each -> "\n" + Characters.harmlessLines(each.marked("your save", "the draft")))
                    .orElse("");
            throw new UsageException(Characters.harmless(e.sentence()) + both);
        }
    }

    @Override
    public TableView table(String name, String table) {
        Draft draft = drafts.find(name);
        String path = path(draft, table);
        byte[] content = drafts.file(draft, path);
        return LocalViews.table(path, Content.hashOf(content), TableRows.read(content));
    }

    @Override
    public TableView edit(String name, String table, List<RowEdit> edits) {
        String path = path(drafts.find(name), table);
        List<RowOperation> operations = new ArrayList<>();
        edits.forEach(edit -> operations.add(operation(edit)));
        drafts.edit(name, path, null, operations, who);
        return table(name, table);
    }

    private static String path(Draft draft, String table) {
        return draft.ofWaivers() ? table : "tables/" + table;
    }

    private static RowOperation operation(RowEdit edit) {
        int row = Objects.requireNonNullElse(edit.row(), 0);
        String hash = Objects.requireNonNullElse(edit.hash(), "");
        Map<String, String> cells = Objects.requireNonNullElse(edit.cells(), Map.of());
        return switch (edit.op()) {
            case "add" -> new RowOperation.Add(edit.row(), cells);
            case "change" -> new RowOperation.Change(row, hash, cells);
            case "delete" -> new RowOperation.Delete(row, hash);
            case "move" -> new RowOperation.Move(row, hash, edit.to());
            default -> throw new IllegalArgumentException(edit.op());
        };
    }

    @Override
    public ChecksView checks(String name, Duration patience) {
        return LocalViews.checks(checks.of(name, patience), place.policy());
    }

    @Override
    public EffectView effect(String name, List<NoteRecord> notes) {
        return LocalViews.effect(checks.effect(name, notes));
    }

    @Override
    public DraftView submit(String name, String reason) {
        return view(reviews.submit(name, null, reason, who));
    }

    @Override
    public DraftView approve(String name, String digest, String comment) {
        return view(reviews.approve(name, digest, comment, who));
    }

    @Override
    public DraftView withdraw(String name) {
        return view(reviews.withdraw(name));
    }

    @Override
    public DraftView comment(String name, String text) {
        return view(reviews.comment(name, text, who));
    }

    @Override
    public DraftView publish(String name, String reason, @Nullable String inForceFrom) {
        drafts.find(name); // before an audit log is made for it
        return recorded(() -> publisher.publish(name, reason, inForceFrom, who));
    }

    @Override
    public DraftView rollBack(String edition, @Nullable String digest, String reason) {
        return recorded(() -> rollbacks.rollBack(edition, digest, reason, who));
    }

    /** What writes the audit log, which a running service may have for itself. */
    private DraftView recorded(Supplier<Draft> change) {
        place.writing();
        try {
            place.audit();
        } catch (AuditException e) {
            throw new AuditException(
                    "Nothing was changed. " + Characters.harmless(e.sentence())
                            + " Where a service is running on it, let that one do it: --server URL.",
                    e);
        }
        return view(change.get());
    }

    @Override
    public DraftView discard(String name) {
        return view(reviews.discard(name));
    }

    @Override
    public RebasedView rebase(String name, boolean keepMine) {
        Rebase.Result result = rebase.rebase(name, keepMine, who);
        return new RebasedView(
                view(result.draft()),
                result.conflicts().stream()
                        .map(each -> new RebasedView.Conflict(each.path(), each.marked()))
                        .toList());
    }

    @Override
    public void close() {
        checks.close();
        place.close();
    }
}
