package org.noteworthy.drafts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.drafts.text.ThreeWay;

/** Puts a draft onto what its base has become since: changed by hand, by git, or by another publication. */
public final class Rebase {
    private final Drafts drafts;

    public Rebase(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * How the base of a draft stands in the rules folder now.
     *
     * @param moved paths of files that are not as they were when the draft was made
     * @param gone whether it is not there at all any more
     */
    public record BaseNow(List<String> moved, boolean gone) {
        public BaseNow {
            moved = List.copyOf(moved);
        }

        /** As it was. */
        public static final BaseNow UNMOVED = new BaseNow(List.of(), false);

        /** Whether anything has changed. */
        public boolean hasMoved() {
            return gone || !moved.isEmpty();
        }
    }

    /** What came of it: the draft, and files in which both have changed the same lines. */
    public record Result(Draft draft, List<Conflict> conflicts) {
        public Result {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** A file that both have changed so that somebody has to choose; {@code marked} shows both, as git does. */
    public record Conflict(String path, String marked) {}

    /** How the base of a draft stands now. */
    public BaseNow baseNow(Draft draft) {
        Optional<Content> now = contentNow(draft);
        if (now.isEmpty()) {
            return new BaseNow(List.of(), true);
        }
        SortedMap<String, String> before = draft.base().content().files();
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.get().files().keySet());
        paths.removeIf(
                path -> draft.base().content().hash(path).equals(now.get().hash(path)));
        return new BaseNow(List.copyOf(paths), false);
    }

    /**
     * A file in its three states; null where it is in one of them not there.
     *
     * @param base as it was when the draft was made, or last put onto its base
     * @param mine as the draft has it
     * @param theirs as it lies in the rules folder now
     */
    public record ThreeStates(
            @Nullable String base,
            @Nullable String mine,
            @Nullable String theirs) {

        /** Both changes in one, line by line. */
        public ThreeWay merged() {
            return ThreeWay.merge(said(base), said(mine), said(theirs));
        }

        private static String said(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** A file of a draft as it was, as the draft has it, and as it lies in the rules folder now. */
    public ThreeStates threeStates(Draft draft, String path) {
        Optional<byte[]> now = Content.isFixture(path)
                ? touchedFixtures(draft).contains(path) ? drafts.fixtureNow(path) : Optional.empty()
                : drafts.now(draft.base().edition()).map(files -> files.get(path));
        Optional<String> base = draft.base().content().hash(path);
        Optional<String> mine = draft.content().hash(path);
        if (base.isEmpty() && mine.isEmpty() && now.isEmpty()) {
            throw DraftException.unknown("Neither the draft " + draft.name() + " nor its base has such a file.");
        }
        return new ThreeStates(
                stored(draft, base), stored(draft, mine), now.map(Rebase::text).orElse(null));
    }

    private @Nullable String stored(Draft draft, Optional<String> hash) {
        return hash.map(each -> text(drafts.store().content(draft.name(), each)))
                .orElse(null);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Looks at the bases of many drafts, and at each edition once. */
    public Moves moves() {
        return new Moves(drafts);
    }

    /** Whether the bases of drafts have moved. */
    public static final class Moves {
        private final Drafts drafts;
        private final Map<String, Optional<Content>> now = new HashMap<>();

        private Moves(Drafts drafts) {
            this.drafts = drafts;
        }

        /** Whether the edition that an open draft was made of is not as it was then, or cannot be read. */
        public boolean of(Draft draft) {
            return draft.state().isOpen()
                    && !now.computeIfAbsent(draft.base().edition(), this::content)
                            .equals(Optional.of(draft.base().content().ofEdition()));
        }

        private Optional<Content> content(String edition) {
            try {
                return drafts.now(edition).map(Content::of);
            } catch (DraftException e) {
                return Optional.empty();
            }
        }
    }

    private Optional<Content> contentNow(Draft draft) {
        return drafts.now(draft.base().edition()).map(files -> Content.of(withFixtures(draft, files)));
    }

    private SortedMap<String, byte[]> withFixtures(Draft draft, SortedMap<String, byte[]> files) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        for (String path : touchedFixtures(draft)) {
            drafts.fixtureNow(path).ifPresent(content -> all.put(path, content));
        }
        return all;
    }

    private static Set<String> touchedFixtures(Draft draft) {
        TreeSet<String> fixtures = new TreeSet<>(draft.base().content().files().keySet());
        fixtures.addAll(draft.content().files().keySet());
        fixtures.removeIf(path -> !Content.isFixture(path));
        return fixtures;
    }

    /**
     * Takes over what has changed in the base since: files that only one of both has changed as they are, others line by
     * line. Where both have changed the same lines of any file nothing is saved, unless {@code keepMine} says that such
     * files stand as the draft has them; all others are merged all the same.
     */
    public Result rebase(String name, boolean keepMine, Person by) {
        return drafts.store().alone(() -> {
            Draft draft = drafts.open(name);
            SortedMap<String, byte[]> files = withFixtures(
                    draft,
                    drafts.now(draft.base().edition())
                            .orElseThrow(() -> DraftException.conflict("The edition "
                                    + draft.base().edition()
                                    + " is not there any more. Put it back, or make a draft of another edition.")));
            Content base = Content.of(files);
            Map<String, Optional<byte[]>> changes = new HashMap<>();
            List<Conflict> conflicts = new ArrayList<>();
            for (String path : baseNow(draft).moved()) {
                merge(draft, path, Optional.ofNullable(files.get(path)), keepMine, changes, conflicts);
            }
            if (!conflicts.isEmpty()) {
                return new Result(draft, conflicts);
            }
            files.values().forEach(content -> drafts.store().keep(name, content));
            Draft moved = draft.on(new Draft.Base(draft.base().edition(), base));
            if (!base.equals(draft.base().content())) { // what was approved was another difference
                moved = moved.with(moved.review().voided(Instant.now())).in(DraftState.EDITING);
            }
            drafts.store().save(moved);
            return new Result(drafts.saved(moved, changes, by), List.of());
        });
    }

    private void merge(
            Draft draft,
            String path,
            Optional<byte[]> theirs,
            boolean keepMine,
            Map<String, Optional<byte[]>> changes,
            List<Conflict> conflicts) {
        Optional<String> mine = draft.content().hash(path);
        Optional<String> before = draft.base().content().hash(path);
        if (mine.equals(before)) {
            changes.put(path, theirs);
        } else if (!mine.equals(theirs.map(Content::hashOf))) {
            ThreeWay merged = ThreeWay.merge(
                    text(before.map(hash -> drafts.store().content(draft.name(), hash))),
                    text(mine.map(hash -> drafts.store().content(draft.name(), hash))),
                    text(theirs));
            boolean bothThere = mine.isPresent() && theirs.isPresent();
            if (bothThere && merged.merged().isPresent()) {
                changes.put(path, Optional.of(merged.merged().get().getBytes(StandardCharsets.UTF_8)));
            } else if (!keepMine) {
                conflicts.add(new Conflict(path, merged.marked("this draft", "the rules folder")));
            }
        }
    }

    private static String text(Optional<byte[]> bytes) {
        return bytes.map(Rebase::text).orElse("");
    }
}
