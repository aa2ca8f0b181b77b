package org.noteworthy.drafts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.drafts.text.RowOperation;
import org.noteworthy.drafts.text.TableEdit;
import org.noteworthy.drafts.text.TextDiff;
import org.noteworthy.drafts.text.ThreeWay;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.edition.EditionFolder;

/** The drafts of a policy: how they are made, changed and looked at. Safe for use by many threads and processes. */
public final class Drafts {
    static final int LARGEST_FILE = 1 << 20;
    private static final int LARGEST = 16 << 20;
    private static final int MOST_FILES = 1_000;
    private static final Pattern IN_FORCE_FROM =
            Pattern.compile("(?m)^(\"?inForceFrom\"?[ \\t]*:\\s*[\"']?)[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** What a caller says of a file that must not be there yet. */
    public static final String ABSENT = "*";

    private final Surroundings surroundings;
    private final DraftStore store;
    private final RulesFolder rules;

    public Drafts(Surroundings surroundings) {
        this(
                surroundings,
                new DraftStore(surroundings.drafts()),
                new RulesFolder(surroundings.rules(), RulesFolder.KillPoint.NONE));
    }

    Drafts(Surroundings surroundings, DraftStore store, RulesFolder rules) {
        this.surroundings = surroundings;
        this.store = store;
        this.rules = rules;
    }

    DraftStore store() {
        return store;
    }

    RulesFolder rules() {
        return rules;
    }

    /** All drafts, by name, with the names of those that cannot be read. */
    public record Listing(List<Draft> drafts, List<String> damaged) {}

    /** All drafts, by name. */
    public Listing all() {
        DraftStore.Listing all = store.all();
        return new Listing(all.drafts(), all.damaged());
    }

    /** The draft of that name. */
    public Draft find(String name) {
        return store.find(name);
    }

    /**
     * Makes a draft: a copy of an edition, or of the waivers.
     *
     * @param from name of an edition, or {@link Draft#WAIVERS}
     * @param inForceFrom first day of the edition that it is to become; null for that of the edition that it is a copy of
     */
    public Draft create(String name, String title, String from, @Nullable LocalDate inForceFrom, Person author) {
        DraftName.checked(name);
        String about = Remark.line("The title of a draft", title, Remark.LONGEST_LINE);
        SortedMap<String, byte[]> lying = now(from).orElseThrow(() -> noEdition(from));
        Content base = Content.of(lying);
        SortedMap<String, byte[]> files = new TreeMap<>(lying);
        if (inForceFrom != null) {
            putDay(from, files, inForceFrom);
        }
        return store.alone(() -> {
            if (store.exists(name)) {
                throw DraftException.conflict("There is a draft " + name + " already. Choose another name.");
            }
            long open = store.all().drafts().stream()
                    .filter(draft -> draft.state().isOpen())
                    .count();
            if (open >= surroundings.most()) {
                throw DraftException.conflict(open + " drafts are open, and " + surroundings.most()
                        + " may be. Publish or discard some of them first.");
            }
            lying.values().forEach(content -> store.keep(name, content));
            files.values().forEach(content -> store.keep(name, content));
            Draft draft = new Draft(
                    name,
                    about,
                    author,
                    surroundings.clock().instant(),
                    new Draft.Base(from, base),
                    DraftState.EDITING,
                    Content.of(files),
                    List.of(),
                    Draft.Review.NONE,
                    null);
            store.save(draft);
            return draft;
        });
    }

    private DraftException noEdition(String from) {
        List<String> versions = surroundings.library().versions();
        return DraftException.unknown("There is no edition \"" + Remark.shown(from) + "\" to make a draft of."
                + Nearest.maybe(
                        from, versions, " There are " + String.join(", ", versions) + ", and " + Draft.WAIVERS + "."));
    }

    /** What lies in the rules folder now of an edition, or of the waivers, which may be none. */
    Optional<SortedMap<String, byte[]>> now(String edition) {
        if (edition.equals(Draft.WAIVERS)) {
            SortedMap<String, byte[]> files = new TreeMap<>();
            rules.beside(Draft.WAIVERS).ifPresent(content -> files.put(Draft.WAIVERS, content));
            return Optional.of(files);
        }
        return Day.isDay(edition) ? rules.edition(edition) : Optional.empty();
    }

    private static void putDay(String from, Map<String, byte[]> files, LocalDate day) {
        byte[] settings = files.get(EditionFiles.SETTINGS);
        if (from.equals(Draft.WAIVERS) || settings == null) {
            throw DraftException.invalid("Waivers are in force on the days that they say. Leave inForceFrom out.");
        }
        String changed = IN_FORCE_FROM
                .matcher(new String(settings, StandardCharsets.UTF_8))
                .replaceFirst("$1" + day);
        files.put(EditionFiles.SETTINGS, changed.getBytes(StandardCharsets.UTF_8));
        if (!Preview.target(from, files.get(EditionFiles.SETTINGS)).equals(day.toString())) {
            throw DraftException.invalid("The line inForceFrom of " + from + "/" + EditionFiles.SETTINGS
                    + " cannot be changed. Write it like \"inForceFrom: 2020-03-25\".");
        }
    }

    /** Bytes of a file of a draft; of a fixture that the draft leaves as it is, those of the fixture. */
    public byte[] file(Draft draft, String path) {
        Optional<String> hash = draft.content().hash(path);
        if (hash.isPresent()) {
            return store.content(draft.name(), hash.get());
        }
        return fixture(draft, path)
                .orElseThrow(() -> DraftException.unknown("The draft " + draft.name() + " has no such file."
                        + Nearest.maybe(path, draft.content().files().keySet(), " It lists its files.")));
    }

    /** Hash of a file as a draft has it; of a fixture that the draft leaves as it is, that of the fixture. */
    public Optional<String> hash(Draft draft, String path) {
        Optional<String> hash = draft.content().hash(path);
        return hash.isPresent() ? hash : fixture(draft, path).map(Content::hashOf);
    }

    /** A fixture that the draft has not touched. */
    private Optional<byte[]> fixture(Draft draft, String path) {
        boolean untouched = Content.isFixture(path)
                && DraftName.isFixture(path)
                && draft.base().content().hash(path).isEmpty();
        return untouched ? fixtureNow(path) : Optional.empty();
    }

    /** A fixture as it lies in the folder of the fixtures. */
    Optional<byte[]> fixtureNow(String path) {
        Path home = surroundings.fixtures();
        Path file = home.resolve(path.substring(Content.FIXTURES.length()));
        try {
            boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().startsWith(home.toRealPath())
                    && Files.size(file) <= LARGEST_FILE;
            return there ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw DraftException.unavailable(file + " cannot be read. Look at its permissions.");
        }
    }

    /** The bytes of all files of a draft that belong to its edition. */
    SortedMap<String, byte[]> editionFiles(Draft draft) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        draft.content().ofEdition().files().forEach((path, hash) -> files.put(path, store.content(draft.name(), hash)));
        return files;
    }

    /**
     * Saves a file as a whole.
     *
     * @param expected hash of the file that was changed, or {@link #ABSENT}; null if the caller does not say
     * @throws StaleSaveException if the file is not that any more
     */
    public Draft put(String name, String path, @Nullable String expected, byte[] content, Person by) {
        return store.alone(() -> {
            Draft draft = open(name);
            checkPath(draft, path);
            if (content.length > LARGEST_FILE) {
                throw DraftException.invalid(
                        path + " is larger than 1 MiB, which no table, rule or note needs. Shorten it.");
            }
            checkExpected(draft, path, expected, content);
            return saved(draft, Map.of(path, Optional.of(content)), by);
        });
    }

    /** Deletes a file; the same is expected of it as where it is saved. */
    public Draft delete(String name, String path, @Nullable String expected, Person by) {
        return store.alone(() -> {
            Draft draft = open(name);
            file(draft, path);
            checkExpected(draft, path, expected, null);
            return saved(draft, Map.of(path, Optional.empty()), by);
        });
    }

    /**
     * Changes rows of a table.
     *
     * @param expected hash of the table; null where only its rows are to be as the operations say
     */
    public Draft edit(String name, String path, @Nullable String expected, List<RowOperation> operations, Person by) {
        return store.alone(() -> {
            Draft draft = open(name);
            byte[] table = file(draft, path);
            if (!path.endsWith(".csv")) {
                throw DraftException.invalid(path + " is not a table. Save it as a whole.");
            }
            byte[] changed = TableEdit.apply(table, operations);
            if (expected != null) {
                checkExpected(draft, path, expected, changed);
            }
            return saved(draft, Map.of(path, Optional.of(changed)), by);
        });
    }

    private void checkExpected(Draft draft, String path, @Nullable String expected, byte @Nullable [] mine) {
        String current = hash(draft, path).orElse(null);
        if (expected == null) {
            throw DraftException.unconditional("Say which state of " + path
                    + " you have changed: If-Match with its digest, or If-None-Match: * for a new file.");
        }
        boolean asExpected = expected.equals(ABSENT) ? current == null : expected.equals(current);
        if (asExpected) {
            return;
        }
        ThreeWay difference = null;
        if (!expected.equals(ABSENT) && store.has(draft.name(), expected)) {
            difference = ThreeWay.merge(
                    text(store.content(draft.name(), expected)),
                    text(mine),
                    text(current == null ? null : file(draft, path)));
        }
        throw new StaleSaveException(
                path,
                current,
                difference,
                path + " of the draft " + draft.name() + " is not as you have read it: "
                        + (current == null ? "it is not there any more" : lastSave(draft, path))
                        + ". Nothing was saved. Read it again and put your change into it.");
    }

    private static String lastSave(Draft draft, String path) {
        List<Draft.Save> saves = draft.history();
        for (int i = saves.size() - 1; i >= 0; i--) {
            Draft.Save save = saves.get(i);
            if (save.changes().stream().anyMatch(change -> change.path().equals(path))) {
                return save.by().name() + " changed it at " + save.at();
            }
        }
        return "it is there, and was not changed since the draft was made";
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Refuses a path by which a draft can have no file. */
    void checkPath(Draft draft, String path) {
        boolean fits = draft.ofWaivers()
                ? path.equals(Draft.WAIVERS)
                : DraftName.isPlain(path)
                        && (Content.isFixture(path) ? DraftName.isFixture(path) : EditionFolder.belongs(path));
        if (!fits) {
            throw DraftException.invalid(
                    draft.ofWaivers()
                            ? "A draft of the waivers has one file, " + Draft.WAIVERS + "."
                            : "A draft has playbook.yaml, guidance.md, rules that end in .drl, tables/….csv and fixtures"
                                    + " under fixtures/rules/ or fixtures/notes/, by names of letters, digits, points,"
                                    + " hyphens and underscores.");
        }
        Optional<String> other = draft.content().files().keySet().stream()
                .filter(each -> each.equalsIgnoreCase(path) && !each.equals(path))
                .findFirst();
        if (other.isPresent()) {
            throw DraftException.invalid("The draft has a file " + other.get()
                    + ", which is the same name on some systems. Choose another one.");
        }
    }

    /** Saves files, or deletes those without content. */
    Draft saved(Draft draft, Map<String, Optional<byte[]>> changes, Person by) {
        Content before = draft.content();
        Content content = before;
        Content base = draft.base().content();
        for (Map.Entry<String, Optional<byte[]>> change : changes.entrySet()) {
            String path = change.getKey();
            if (Content.isFixture(path)
                    && base.hash(path).isEmpty()
                    && content.hash(path).isEmpty()) {
                Optional<String> fixture = fixtureNow(path).map(bytes -> store.keep(draft.name(), bytes));
                base = base.with(path, fixture);
                before = before.with(path, fixture); // as it was until now, whether the draft said so or not
            }
            content = content.with(path, change.getValue().map(bytes -> store.keep(draft.name(), bytes)));
        }
        checkSize(draft, content);
        Draft saved = draft.on(new Draft.Base(draft.base().edition(), base))
                .holding(before)
                .saved(content, by, surroundings.clock().instant());
        if (!saved.digest().equals(draft.digest())) {
            store.save(saved);
            return saved;
        }
        return draft;
    }

    private void checkSize(Draft draft, Content content) {
        long size = 0;
        for (String hash : content.files().values()) {
            size += store.content(draft.name(), hash).length;
        }
        if (content.files().size() > MOST_FILES || size > LARGEST) {
            throw DraftException.invalid("With this the draft has more than " + MOST_FILES
                    + " files or 16 MiB, which no playbook needs. Remove what does not belong to it.");
        }
    }

    /** The draft of that name, which may be changed. */
    Draft open(String name) {
        Draft draft = store.find(name);
        if (!draft.state().isOpen()) {
            throw DraftException.conflict("The draft " + name + " is "
                    + draft.state().word() + " and cannot be changed any more. Make another one.");
        }
        if (draft.publication() != null) {
            throw DraftException.conflict("The draft " + name + " is being published. Try again in a moment.");
        }
        return draft;
    }

    /** How a draft differs from what it was made of, file by file. */
    public List<FileDifference> difference(Draft draft) {
        List<FileDifference> differences = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(draft.base().content().files().keySet());
        paths.addAll(draft.content().files().keySet());
        for (String path : paths) {
            Optional<String> before = draft.base().content().hash(path);
            Optional<String> after = draft.content().hash(path);
            if (!before.equals(after)) {
                differences.add(new FileDifference(
                        path,
                        before.isEmpty() ? "added" : after.isEmpty() ? "deleted" : "changed",
                        TextDiff.unified(path, bytes(draft, before), bytes(draft, after))));
            }
        }
        return differences;
    }

    private byte @Nullable [] bytes(Draft draft, Optional<String> hash) {
        return hash.map(each -> store.content(draft.name(), each)).orElse(null);
    }

    /** Digest of the difference from the base, as a whole. */
    String differenceDigest(Draft draft) {
        String text = difference(draft).stream().map(FileDifference::unified).collect(Collectors.joining());
        return "sha256:" + Content.hashOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
