package org.noteworthy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.noteworthy.playbooks.edition.Rule;

/**
 * An edition with as many rules about single notes as wanted: some of the real one's, or all of them and copies.
 *
 * <p>A copy has another name, and its first condition reads {@code (… || language == "x17")} with a word of its own, so
 * that it holds for the same notes. So no copy shares a node of the engine's network with its original or with another
 * copy; the originals share among themselves what they share in the real edition.
 */
final class SyntheticEdition {
    private static final Pattern FIRST_CONDITION = Pattern.compile("Note\\( ([^,]+?)(,| \\))");

    private SyntheticEdition() {}

    /** Writes it into a folder of the real one's name inside {@code parent}. */
    static Path write(Path original, List<Rule> rules, int count, Path parent) {
        Path folder = parent.resolve(original.getFileName());
        List<Rule> ofNotes = rules.stream()
                .filter(rule -> rule.subject() == Rule.Subject.NOTE)
                .toList();
        List<String> surplus = new ArrayList<>();
        for (int i = count; i < ofNotes.size(); i++) {
            surplus.add(ofNotes.get(i).file());
        }
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path relative = original.relativize(file);
                if (!surplus.contains(relative.toString())) {
                    Path copy = folder.resolve(relative);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            for (int i = ofNotes.size(); i < count; i++) {
                copy(original, ofNotes.get(i % ofNotes.size()), i, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void copy(Path original, Rule rule, int number, Path folder) throws IOException {
        String id = rule.id() + "-" + number;
        String text =
                Files.readString(original.resolve(rule.file())).replace("\"" + rule.id() + "\"", "\"" + id + "\"");
        String varied = FIRST_CONDITION.matcher(text).replaceFirst("Note( ($1 || language == \"x" + number + "\")$2");
        if (varied.equals(text)) {
            throw new IllegalStateException("No condition found in " + rule.file());
        }
        Files.writeString(folder.resolve(id + ".drl"), varied);
    }
}
