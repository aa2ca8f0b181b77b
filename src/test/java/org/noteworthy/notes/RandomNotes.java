package org.noteworthy.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.words.NameLookup;

/**
 * Notes as nobody would write them, the same for the same seed: random characters, random pieces of structure, the
 * fixtures with pieces taken out, put in, doubled and shuffled, and notes of the template with slips in every part.
 */
public final class RandomNotes {
    private static final List<String> FIXTURES = fixtureTexts();
    private static final List<String> PIECES = pieces();
    private static final List<String> PREFIXES = List.of(
            "[EXO]",
            "[exo]",
            "EXO",
            "[EXOL]",
            "[OLM, INTUNE]",
            "[OLM][INTUNE]",
            "EXO [SPO]",
            "exo | [SPO]",
            "(EXO)",
            "[ODfB]",
            "Core",
            "- CORE",
            "**[EXO]**",
            "EXO/SPO",
            "[EXO+XYZ]",
            "EXOL",
            "[コア]",
            "コア",
            "[EXO][COVID]",
            "COVID-19",
            "[Coronavirus]",
            "pandemic",
            "WORKLOAD AFFECTED: exo",
            "WORKLOAD:\n[exo]",
            "[Exchange Online]",
            "\\[EXO\\]",
            "OD",
            "[INTUN]",
            "",
            "[]");
    private static final List<String> CONTENTS = List.of(
            "Going well",
            "On track, fine",
            "On trak",
            "Good #covid#covid",
            "On hold #covid",
            "Paused",
            "-",
            "**",
            "",
            "weekly",
            "April 30, 2019",
            "1st party bug",
            "Teams fails",
            "none",
            "#covid19",
            "x #covid_ y",
            "進行中",
            "順調です",
            "Läuft gut",
            "“Going good”",
            "(OK)",
            "> - Green",
            "a, b\n- c",
            "Pending",
            "Pending customer feedbak.");

    private final Random random;

    public RandomNotes(long seed) {
        random = new Random(seed);
    }

    /** A text of one of the kinds. */
    public String text() {
        return switch (random.nextInt(5)) {
            case 0 -> characters();
            case 1 -> structure();
            case 2 -> template();
            default -> mutatedFixture();
        };
    }

    /** A note with such a text, of which some things are known and some are not. */
    public NoteRecord note(String id) {
        return note(id, text());
    }

    /** A note with that text, of which some things are known and some are not. */
    public NoteRecord note(String id, String text) {
        return new NoteRecord(
                id,
                text,
                maybe("FE", "sme", "FTA", "FastTrack Manager", "GWM", "gm fta", "Architect", ""),
                maybe("Technical Enablement", "Environment", "Enterprise Status", "overall status", "Notes", ""),
                maybe("Exchange Time", "exo", "Core Onboarding", "Teams", "PowerBI Time", "Exchnge Time", "", " "),
                maybe(LocalDate.of(2020, 4, 6), LocalDate.of(2019, 4, 30), LocalDate.of(2030, 1, 1)),
                maybe("jana"),
                maybe("Contoso"),
                maybe("i-1"),
                maybe("networking", "SSO", "lunch"),
                maybe(true, false),
                maybe(Deployment.values()),
                maybe(
                        new EntitlementStatus("Blocked", "IT Change Management and Resourcing", "COVID"),
                        new EntitlementStatus("In Progress", null, " "),
                        new EntitlementStatus(null, null, null)),
                maybe("en", "de", "es", "pt", "ja", "zh", "fr"));
    }

    /** Any characters: letters of many scripts, blanks, marks, halves of surrogate pairs. */
    public String characters() {
        int length = random.nextInt(200);
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                case 2 -> text.append((char) random.nextInt(0x80));
                case 3 -> text.append((char) (0x3000 + random.nextInt(0x100)));
                default -> text.append("[]#:*_-+|>/.,;\n\r\t \u00A0\uFEFF\u200B\u3000".charAt(random.nextInt(22)));
            }
        }
        return text.toString();
    }

    /** Pieces that give notes their structure, in any order. */
    public String structure() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(any(PIECES));
            if (random.nextBoolean()) {
                text.append(any(List.of(" ", "\n", ": ", "：", "\r\n", "\t", " - ", "\u00A0", ".", "**")));
            }
        }
        return text.toString();
    }

    /** A note of the template, its parts written in all manners. */
    public String template() {
        String between = any(List.of("\n", "\n", "\r\n", " ", "\n- ", "\n\n## ", "\n**", ". ", "; "));
        String colon = any(List.of(": ", ":", "：", " :\t", "\n", "** ", ":** ", " - "));
        List<String> labels = new ArrayList<>(labels());
        StringBuilder text = new StringBuilder(any(List.of("", "", "\uFEFF", " \n", "- "))).append(any(PREFIXES));
        for (String label : labels) {
            if (random.nextInt(8) > 0) {
                text.append(between).append(slip(label)).append(colon).append(any(CONTENTS));
            }
        }
        return text.toString();
    }

    /** A fixture in which pieces were taken out, put in, doubled or moved. */
    public String mutatedFixture() {
        List<String> chunks = new ArrayList<>(List.of(any(FIXTURES).split("(?<=[\\s:\\].,])|(?=[\\[#:])", -1)));
        for (int i = random.nextInt(5); i >= 0 && !chunks.isEmpty(); i--) {
            int at = random.nextInt(chunks.size());
            switch (random.nextInt(6)) {
                case 0 -> chunks.remove(at);
                case 1 -> chunks.add(at, any(PIECES));
                case 2 -> chunks.add(at, chunks.get(at));
                case 3 -> chunks.set(at, slip(chunks.get(at)));
                case 4 -> Collections.swap(chunks, at, random.nextInt(chunks.size()));
                default -> Collections.shuffle(chunks.subList(at, Math.min(chunks.size(), at + 6)), random);
            }
        }
        return String.join("", chunks);
    }

    /** One of these. */
    public <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    private <T> @Nullable T maybe(T... choices) {
        return random.nextInt(3) == 0 ? null : choices[random.nextInt(choices.length)];
    }

    private List<String> labels() {
        return any(List.of(
                List.of("STATUS", "SUMMARY", "NEXT ACTION", "CONCERNS"),
                List.of("Status", "Summary", "Next Action", "Concerns", "Executive Summary"),
                List.of("STATUS", "ZUSAMMENFASSUNG", "NÄCHSTE AKTION", "BEDENKEN"),
                List.of("ESTADO", "RESUMEN", "PRÓXIMA ACCIÓN", "PREOCUPACIONES"),
                List.of("ステータス", "概要", "次のアクション", "懸念事項"),
                List.of("状态", "摘要", "下一行动", "问题")));
    }

    /** The word with a slip of the pen in it, now and then. */
    private String slip(String word) {
        if (word.isEmpty() || random.nextInt(3) > 0) {
            return word;
        }
        StringBuilder slipped = new StringBuilder(word);
        int at = random.nextInt(word.length());
        switch (random.nextInt(4)) {
            case 0 -> slipped.deleteCharAt(at);
            case 1 -> slipped.insert(at, word.charAt(at));
            case 2 -> slipped.setCharAt(at, (char) ('A' + random.nextInt(26)));
            default -> slipped.append('S');
        }
        return slipped.toString();
    }

    private static List<String> pieces() {
        Tables tables = RealPlaybook.march2020().tables();
        List<String> pieces = new ArrayList<>(List.of(
                "[",
                "]",
                "[[",
                "#",
                "##",
                ":",
                "-",
                "*",
                "**",
                "_",
                "1.",
                "12",
                "2020",
                "2020-04-30",
                "4/30",
                "30.4.",
                "(",
                ")",
                "+",
                "/",
                ",",
                "|",
                ">",
                "\n",
                "\r",
                "\r\n",
                " ",
                "x",
                "Insight ID: 2925",
                "#covid",
                "#covid19",
                "年",
                "月",
                "日",
                "[EXO]",
                "[EXO+SPO]",
                "[EXOL]",
                "n/a",
                "may",
                "in",
                "st",
                "th",
                "\uD83D\uDE00",
                "\uD83D"));
        tables.sections().forEach(row -> pieces.add(row.label()));
        tables.workloads().forEach(row -> pieces.addAll(NameLookup.namesOf(row)));
        tables.statuses().forEach(row -> pieces.add(row.label()));
        tables.statuses()
                .forEach(row -> pieces.addAll(
                        row.insteadOf().subList(0, Math.min(3, row.insteadOf().size()))));
        tables.natures().stream().limit(60).forEach(row -> pieces.add(row.phrase()));
        return List.copyOf(pieces);
    }

    /** The notes among the fixtures, without what is written above them for the test. */
    public static List<String> fixtureTexts() {
        try (Stream<Path> files = Files.walk(Path.of("test-fixtures"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                String whole = Files.readString(file);
                int above = whole.startsWith("---") ? whole.indexOf("\n---", 3) : -1;
                texts.add(above < 0 ? whole : whole.substring(whole.indexOf('\n', above + 1) + 1));
            }
            return List.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
