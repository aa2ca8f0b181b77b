package org.noteworthy.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.noteworthy.audit.change.ChangeKind;
import org.noteworthy.audit.change.PolicyChange;
import org.noteworthy.audit.change.PolicyChanges;
import org.noteworthy.audit.change.RecordedChange;
import org.noteworthy.audit.proof.Verification;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.edition.EditionFiles;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * What a process that published leaves behind. Every change of it writes its number into two files of the edition, so that
 * half of a change is seen.
 */
final class LeftBehind {
    static final String RULE = "status-brief.drl";
    private static final int RULES = 5;
    private static final Pattern NUMBER = Pattern.compile("(?m)^# change (\\d+)\n");
    private static final Pattern MARK = Pattern.compile("^// mark (\\d+)\n");

    private LeftBehind() {}

    /** The settings with that number. */
    static String settings(String text, int number) {
        return NUMBER.matcher(text).replaceAll("") + "# change " + number + "\n";
    }

    /** The rule that goes with that number; there are few of them, so that not each is compiled. */
    static String rule(String text, int number) {
        return "// mark " + number % RULES + "\n" + MARK.matcher(text).replaceAll("");
    }

    /** The number of a whole edition; what is wrong with any other. */
    static String numberOf(SortedMap<String, byte[]> files, SortedMap<String, byte[]> original) {
        if (!files.keySet().equals(original.keySet())) {
            return "has the files " + files.keySet();
        }
        String settings = text(files, EditionFiles.SETTINGS);
        String rule = text(files, RULE);
        for (String name : files.keySet()) {
            boolean changes = name.equals(EditionFiles.SETTINGS) || name.equals(RULE);
            if (!changes && !text(files, name).equals(text(original, name))) {
                return "has another " + name;
            }
        }
        Matcher number = NUMBER.matcher(settings);
        Matcher mark = MARK.matcher(rule);
        boolean numbered = number.find();
        if (!numbered && settings.equals(text(original, EditionFiles.SETTINGS)) && rule.equals(text(original, RULE))) {
            return "0";
        }
        boolean whole =
                numbered && mark.find() && Integer.parseInt(number.group(1)) % RULES == Integer.parseInt(mark.group(1));
        return whole ? number.group(1) : "is half of one change and half of another";
    }

    static boolean isNumber(String said) {
        return said.chars().allMatch(Character::isDigit);
    }

    private static String text(SortedMap<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** The own files of an edition as whoever opens the library at this moment reads them; empty where it misses it. */
    static Optional<SortedMap<String, byte[]>> readBy(Path rules, String edition) {
        Library library = Library.open(rules, RuleCache.none());
        if (!library.versions().contains(edition)) {
            return Optional.empty();
        }
        EditionFiles files = library.written(edition).files();
        SortedMap<String, byte[]> own = new TreeMap<>();
        files.names().forEach(name -> own.put(name, files.content(name).orElseThrow()));
        return Optional.of(own);
    }

    /** Everything that is not as it has to be once publications that were broken off are ended. */
    static List<String> faults(DraftPlace place) {
        List<String> faults = new ArrayList<>();
        place.drafts.all().drafts().stream()
                .filter(draft ->
                        draft.publication() != null && !draft.publication().done())
                .forEach(draft -> faults.add("The draft " + draft.name() + " is still being published"));
        place.drafts.all().damaged().forEach(name -> faults.add("The draft " + name + " is damaged"));
        try (Stream<Path> paths = Files.list(place.rules())) {
            paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(".") && !name.equals(".publishing.lock"))
                    .forEach(name -> faults.add("The rules folder holds " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addFaultsOfLog(place, faults);
        return faults;
    }

    private static void addFaultsOfLog(DraftPlace place, List<String> faults) {
        Verification.Outcome outcome =
                new Verification(null, List.of()).of(place.audit().orElseThrow());
        if (!outcome.holds()) {
            faults.add("The audit log does not hold: " + outcome);
        }
        Map<String, PolicyChange> last = new HashMap<>();
        List<RecordedChange> changes = new PolicyChanges(place.audit().orElseThrow(), place.key()).behind(-1, 100_000);
        for (RecordedChange recorded : changes) {
            PolicyChange change = recorded.change();
            PolicyChange before = last.put(change.edition(), change);
            boolean follows = before == null || before.files().equals(change.filesBefore());
            if (!follows && change.kind() != ChangeKind.ABANDONED) {
                faults.add("Change " + recorded.seq() + " of " + change.edition()
                        + " does not begin with what the one before it ended with");
            }
            boolean digests =
                    before == null || String.valueOf(before.toDigest()).equals(change.fromDigest() + "");
            if (!digests && change.kind() != ChangeKind.ABANDONED) {
                faults.add("Change " + recorded.seq() + " of " + change.edition() + " is from " + change.fromDigest()
                        + " and the one before it to " + before.toDigest());
            }
        }
        Library library = Library.open(place.rules(), RuleCache.none());
        for (PolicyChange change : last.values()) {
            SortedMap<String, byte[]> there = place.drafts.now(change.edition()).orElseGet(TreeMap::new);
            if (!PolicyChange.hashed(there).equals(change.files())) {
                faults.add("The last change of " + change.edition() + ", "
                        + change.kind().word() + ", names other files than those that lie there: "
                        + new TreeSet<>(there.keySet()));
            }
            String digest = change.toDigest();
            boolean edition = !change.edition().equals(Draft.WAIVERS) && digest != null;
            if (edition && !library.filesDigest(change.edition()).equals(digest)) {
                faults.add("The last change of " + change.edition() + " names the digest " + digest);
            }
        }
    }
}
