package org.noteworthy.cli.draft.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.noteworthy.cli.draft.view.ChecksView;
import org.noteworthy.cli.draft.view.DifferenceView;
import org.noteworthy.cli.draft.view.DraftList;
import org.noteworthy.cli.draft.view.DraftView;
import org.noteworthy.cli.draft.view.EffectView;
import org.noteworthy.cli.draft.view.FileView;
import org.noteworthy.cli.draft.view.RebasedView;
import org.noteworthy.cli.draft.view.RowEdit;
import org.noteworthy.cli.draft.view.TableView;
import org.noteworthy.notes.NoteRecord;

/** Everything that can be done with drafts, wherever they are kept. */
public interface DraftDesk extends AutoCloseable {

    /** What {@link #put} is told of a file that is not there yet. */
    String ABSENT = "*";

    /** Whether names are verified, so that nobody has to be told that they are not. */
    boolean verifies();

    DraftList list(@Nullable String state);

    DraftView create(String name, @Nullable String title, String from, @Nullable String inForceFrom);

    DraftView show(String name);

    DifferenceView difference(String name);

    /** A file of a draft, or a fixture that it leaves as it is; empty where it has none of that path. */
    Optional<FileView> file(String name, String path);

    /** Saves a file that had the expected hash, or none. */
    DraftView put(String name, String path, String expected, byte[] content);

    DraftView delete(String name, String path, String expected);

    /** A table by its file, such as {@code statuses.csv}. */
    TableView table(String name, String table);

    TableView edit(String name, String table, List<RowEdit> edits);

    /** What is known of a draft after at most that time; lint is always known. */
    ChecksView checks(String name, Duration patience);

    /** What a draft does to these notes. */
    EffectView effect(String name, List<NoteRecord> notes);

    DraftView submit(String name, String reason);

    DraftView approve(String name, String digest, String comment);

    DraftView withdraw(String name);

    DraftView comment(String name, String text);

    DraftView publish(String name, String reason, @Nullable String inForceFrom);

    DraftView discard(String name);

    RebasedView rebase(String name, boolean keepMine);

    /** Puts an earlier state of an edition in force again; without a digest, none. */
    DraftView rollBack(String edition, @Nullable String digest, String reason);

    @Override
    void close();
}
