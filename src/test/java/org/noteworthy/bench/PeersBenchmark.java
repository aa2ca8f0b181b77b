package org.noteworthy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.noteworthy.bench.Meter.Cost;
import org.noteworthy.bench.Meter.Work;
import org.noteworthy.checking.Checker;
import org.noteworthy.checking.outcome.Report;
import org.noteworthy.checking.outcome.Violation;
import org.noteworthy.cli.Folders;
import org.noteworthy.notes.Note;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.engine.RuleCache;

/**
 * Prints how fast a few rules are checked, and writes the notes for other engines, which are timed by {@code
 * src/bench/peers} on the same facts and rules: {@code ./mvnw -Pbench verify -Dbench=peers}.
 */
final class PeersBenchmark {
    static final String PART = "peers";

    private static final String EDITION = "2020-03-25";
    private static final int NOTES = 10_000;
    private static final int SLICE = 500;
    private static final Path RULES = Path.of("src/bench/peers/rules.json");
    private static final Path PREPARED = Path.of("target/peers/notes.ndjson");

    private PeersBenchmark() {}

    static void run() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> rules = new ArrayList<>();
        for (JsonNode rule : json.readTree(RULES.toFile())) {
            rules.add(rule.get("rule").asText());
        }
        Path folder = Files.createTempDirectory("noteworthy-peers");
        try {
            Playbook playbook = Benchmark.compiled(editionOf(rules, folder.resolve(EDITION)), RuleCache.none());
            List<Note> notes = Corpus.generate(playbook.tables(), Corpus.SEED, 2 * NOTES).stream()
                    .map(PeersBenchmark::withoutRole)
                    .map(playbook.parser()::parse)
                    .filter(note -> note.further().isEmpty())
                    .limit(NOTES)
                    .toList();
            try (Checker checker = new Checker(playbook)) {
                write(json, notes, checker);
                Cost cost = Meter.measure(List.of(new Work(notes.size(), () -> check(checker, notes))))
                        .get(0);
                System.out.println(String.format(
                        Locale.ROOT,
                        "%d notes, %d rules: %.1f µs a note with the full report, median; the notes for other engines are in %s",
                        notes.size(),
                        rules.size(),
                        cost.nanosPerNote() / 1e3,
                        PREPARED));
            }
        } finally {
            Benchmark.delete(folder);
        }
    }

    /** Of those rules alone, for notes of every role: what a role is asked is not the engines' matter. */
    private static Path editionOf(List<String> rules, Path folder) throws IOException {
        Folders.copyEdition(EDITION, folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".drl")).toList()) {
                if (rules.contains(file.getFileName().toString().replace(".drl", ""))) {
                    Files.writeString(file, Files.readString(file).replaceAll(" *@roles\\([^)]*\\)", ""));
                } else {
                    Files.delete(file);
                }
            }
        }
        return folder;
    }

    private static NoteRecord withoutRole(NoteRecord note) {
        return NoteRecord.of(note.id(), note.text());
    }

    private static List<Report> check(Checker checker, List<Note> notes) {
        List<Report> reports = List.of();
        for (int from = 0; from < notes.size(); from += SLICE) {
            reports = checker.checkParsed(notes.subList(from, Math.min(notes.size(), from + SLICE))).stream()
                    .map(checked -> checked.report())
                    .toList();
        }
        return reports;
    }

    private static void write(ObjectMapper json, List<Note> notes, Checker checker) throws IOException {
        Files.createDirectories(PREPARED.getParent());
        try (BufferedWriter lines = Files.newBufferedWriter(PREPARED)) {
            for (int i = 0; i < notes.size(); i++) {
                Note note = notes.get(i);
                TreeSet<String> violated = new TreeSet<>();
                for (Violation violation :
                        checker.checkParsed(List.of(note)).get(0).report().violations()) {
                    violated.add(violation.rule());
                }
                lines.write(json.writeValueAsString(Map.of(
                        "id",
                        String.valueOf(i),
                        "text",
                        note.record().text(),
                        "facts",
                        facts(note),
                        "violated",
                        violated)));
                lines.newLine();
            }
        }
    }

    private static Map<String, Object> facts(Note note) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("statusPresent", note.status().present());
        facts.put("statusAllowed", note.status().allowed());
        facts.put("statusLength", note.status().length());
        facts.put("statusCharacters", note.limits().statusCharacters());
        facts.put("summaryPresent", note.summary().present());
        facts.put("nextActionPresent", note.nextAction().present());
        facts.put("nextActionDated", note.nextAction().dated());
        facts.put("concernsPresent", note.concerns().present());
        facts.put("concernsNone", note.concerns().none());
        facts.put("concernsNatured", note.concerns().natured());
        facts.put("firstParty", note.concerns().firstParty());
        facts.put("insightCited", note.concerns().insightCited());
        return facts;
    }
}
