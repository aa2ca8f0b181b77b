package org.noteworthy.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.noteworthy.cli.Folders;
import org.noteworthy.cli.terminal.Shell;

/** Rules, a few fixtures, drafts and an audit log of a test's own, and somebody who types verbs over them. */
record DraftFolder(Path folder) {
    static final String EDITION = "2020-03-25";

    static DraftFolder in(Path folder) throws IOException {
        Folders.copyRules(folder.resolve("rules"));
        Path fixtures = Files.createDirectories(folder.resolve("test-fixtures/rules"));
        for (String rule : List.of("status-brief", "summary-present")) {
            Folders.copy(Path.of("test-fixtures/rules", rule), fixtures.resolve(rule));
        }
        return new DraftFolder(folder);
    }

    /** Types {@code draft …} in the name of somebody. */
    Shell.Said as(String who, String... words) {
        List<String> all = new ArrayList<>(List.of("draft"));
        all.addAll(List.of(words));
        all.addAll(2, place());
        all.addAll(2, List.of("--as", who));
        return Shell.run(all.toArray(String[]::new));
    }

    private List<String> place() {
        return List.of(
                "--drafts", folder.resolve("drafts").toString(),
                "--rules", rules().toString(),
                "--database", folder.resolve("audit").toString());
    }

    /** A draft of the edition of 2020-03-25, in which the rule about brief statements is worded anew. */
    void reworded(String name) throws IOException {
        as("ann", "new", name, "--from", EDITION);
        as(
                "ann",
                "edit",
                name,
                "status-brief.drl",
                file("new.drl", "// reworded\n" + rule()).toString());
    }

    /** What {@code draft show --json} says. */
    JsonNode shown(String name) {
        try {
            return new ObjectMapper().readTree(as("ann", "show", name, "--json").out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String digest(String name) {
        return shown(name).path("digest").asText();
    }

    String rule() throws IOException {
        return Files.readString(rules().resolve(EDITION).resolve("status-brief.drl"));
    }

    Path rules() {
        return folder.resolve("rules");
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
