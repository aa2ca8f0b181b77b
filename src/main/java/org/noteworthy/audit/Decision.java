package org.noteworthy.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision as it stands in the audit log: what was judged, by which edition, for whom, and what came of it. */
public final class Decision {
    private final byte[] page;
    private final int from;
    private final int to;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>(4);
    private final List<String> masked = new ArrayList<>(0);
    private int reportFrom;
    private int reportTo;
    private int recordFrom;
    private int recordTo;
    private boolean assumedRole;
    private boolean whole = true;
    private int waived;

    /** A rule that it finds broken, once for each place; one that is waived does not count. */
    public record Finding(String rule, String severity, boolean waived) {}

    private Decision(byte[] page, int from, int to) {
        this.page = page;
        this.from = from;
        this.to = to;
    }

    /**
     * Reads a line.
     *
     * @throws IOException if it is none that a recorder wrote
     */
    public static Decision read(byte[] page, int from, int to) throws IOException {
        Decision decision = new Decision(page, from, to);
        try (JsonParser json = Json.FACTORY.createParser(page, from, to - from)) {
            decision.read(json);
        }
        for (String needed :
                List.of("chain", "seq", "id", "time", "kind", "verdict", "playbook", "digest", "subject", "hash")) {
            if (!decision.texts.containsKey(needed)) {
                throw new IOException("The line has no " + needed);
            }
        }
        try {
            UUID.fromString(decision.text("id"));
            Instant.parse(decision.text("time"));
            Long.parseLong(decision.text("seq"));
        } catch (RuntimeException e) {
            throw new IOException("The line has an id, a time or a number that is none", e);
        }
        return decision;
    }

    private void read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("The line is not an object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken token = json.nextToken();
            int start = (int) json.currentTokenLocation().getByteOffset();
            switch (field) {
                case "report" -> {
                    readReport(json);
                    reportFrom = from + start;
                    reportTo = from + (int) json.currentLocation().getByteOffset();
                }
                case "note", "together" -> {
                    json.skipChildren();
                    recordFrom = from + start;
                    recordTo = from + (int) json.currentLocation().getByteOffset();
                }
                case "masked" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        masked.add(json.getText());
                    }
                }
                default -> {
                    if (token.isScalarValue()) {
                        texts.put(field, json.getText());
                    } else {
                        json.skipChildren();
                    }
                }
            }
        }
    }

    private void readReport(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "note", "engagement" -> texts.put("subject", json.getText());
                case "playbook", "digest" -> texts.put(field, json.getText());
                case "violations" -> readViolations(json);
                case "assumed" -> {
                    assumedRole = true;
                    json.skipChildren();
                }
                case "failed", "omitted" -> {
                    whole = false;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
    }

    private void readViolations(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String rule = "";
            String severity = "";
            boolean isWaived = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("rule")) {
                    rule = json.getText();
                } else if (field.equals("severity")) {
                    severity = json.getText();
                } else if (field.equals("waiver")) {
                    RecordedViolation.waiver(json);
                    isWaived = true;
                } else {
                    json.skipChildren();
                }
            }
            findings.add(new Finding(rule, severity, isWaived));
            waived += isWaived ? 1 : 0;
        }
    }

    private String text(String field) {
        return Objects.requireNonNull(texts.get(field));
    }

    /** Its id, which sorts by time. */
    public UUID id() {
        return UUID.fromString(text("id"));
    }

    /** The chain in which it stands. */
    public String chain() {
        return text("chain");
    }

    /** Its number in the chain, from 1. */
    public long seq() {
        return Long.parseLong(text("seq"));
    }

    /** When it was made. */
    public Instant time() {
        return Instant.parse(text("time"));
    }

    /** Whether it judges an engagement as a whole, and not one note. */
    public boolean together() {
        return text("kind").equals("engagement");
    }

    /** Id of the note, or of the engagement, that was judged. */
    public String subject() {
        return text("subject");
    }

    /** Edition that judged. */
    public String edition() {
        return text("playbook");
    }

    /** Digest of that edition's files. */
    public String digest() {
        return text("digest");
    }

    /** Version of the product that judged. */
    public String product() {
        return Objects.requireNonNullElse(texts.get("product"), "");
    }

    /** The word of what it comes to, such as {@code violating}. */
    public String verdict() {
        return text("verdict");
    }

    /** Whether it found the note, or the engagement as a whole, free of errors, and no rule failed. */
    public boolean compliant() {
        return verdict().equals(Verdict.COMPLIANT.word());
    }

    /** What it found broken, in the order of the report. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether it names every rule that is broken: none failed, and nothing was left out. */
    public boolean whole() {
        return whole;
    }

    /** How many of these are waived. */
    public int waived() {
        return waived;
    }

    /** The rules that it found broken, each once, waived or not. */
    public Set<String> rules() {
        Set<String> rules = new TreeSet<>();
        findings.forEach(finding -> rules.add(finding.rule()));
        return rules;
    }

    /** What was masked before it was stored, by name. */
    public List<String> masked() {
        return List.copyOf(masked);
    }

    /** A field of the decision itself, such as {@code role} or {@code author}, where it has one. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** Day on which the note was written, where its record told it. */
    public Optional<LocalDate> writtenOn() {
        return field("writtenOn").map(LocalDate::parse);
    }

    /** Whether the playbook assumed something that the record left open, such as the role. */
    public boolean assumed() {
        return assumedRole;
    }

    /** The line as it stands in the audit log, without the line's end. */
    public byte[] json() {
        return Arrays.copyOfRange(page, from, to);
    }

    /** The same without the page on which it stands, which takes the memory of hundreds. */
    public Decision alone() {
        byte[] line = json();
        try {
            return read(line, 0, line.length);
        } catch (IOException e) {
            throw new UncheckedIOException("A line that could be read can be read again", e);
        }
    }

    /** Bytes that it keeps in memory. */
    public int pageBytes() {
        return page.length;
    }

    /** What it found broken, in full, in the order of the report. */
    public List<RecordedViolation> violations() {
        return findings.isEmpty() ? List.of() : RecordedViolation.of(page, reportFrom, reportTo);
    }

    /** The text of the note as it was kept; empty where none was, and of an engagement. */
    public Optional<String> noteText() {
        return together() || recordTo == 0 ? Optional.empty() : RecordedViolation.textOf(page, recordFrom, recordTo);
    }

    /** Its own hash, which the decision after it names. */
    public String hash() {
        return text("hash");
    }

    /** The report, byte for byte as it was answered unless something in it was masked. */
    public byte[] report() {
        return Arrays.copyOfRange(page, reportFrom, reportTo);
    }

    /** The note, or the engagement, in JSON; empty where it was not kept. */
    public Optional<String> record() {
        return recordTo == 0
                ? Optional.empty()
                : Optional.of(new String(page, recordFrom, recordTo - recordFrom, StandardCharsets.UTF_8));
    }

    /** What it says of each field; a rule or severity may be said several times. */
    public Map<DecisionField, List<String>> fields() {
        Map<DecisionField, List<String>> fields = new EnumMap<>(DecisionField.class);
        fields.put(DecisionField.EDITION, List.of(edition()));
        fields.put(DecisionField.DIGEST, List.of(digest()));
        fields.put(DecisionField.VERDICT, List.of(text("verdict")));
        if (!together()) {
            fields.put(DecisionField.NOTE, List.of(subject()));
        }
        fields.put(DecisionField.RULE, findings.stream().map(Finding::rule).toList());
        fields.put(
                DecisionField.SEVERITY, findings.stream().map(Finding::severity).toList());
        if (waived > 0) {
            fields.put(DecisionField.WAIVED, List.of(DecisionField.YES));
        }
        for (DecisionField field : List.of(
                DecisionField.ROLE,
                DecisionField.NOTE_TYPE,
                DecisionField.AUTHOR,
                DecisionField.ENGAGEMENT,
                DecisionField.CALLER,
                DecisionField.IDENTITY)) {
            @Nullable String value = texts.get(field.word());
            if (value != null) {
                fields.put(field, List.of(value));
            }
        }
        return fields;
    }

    /** Whether it says that of the field. */
    public boolean says(DecisionField field, String value) {
        return switch (field) {
            case EDITION -> edition().equals(value);
            case DIGEST -> digest().equals(value);
            case VERDICT -> text("verdict").equals(value);
            case NOTE -> !together() && subject().equals(value);
            case RULE -> findings.stream().anyMatch(finding -> finding.rule().equals(value));
            case SEVERITY ->
                findings.stream().anyMatch(finding -> finding.severity().equals(value));
            case WAIVED -> value.equals(DecisionField.YES) && waived > 0;
            case ROLE, NOTE_TYPE, AUTHOR, ENGAGEMENT, CALLER, IDENTITY -> value.equals(texts.get(field.word()));
        };
    }
}
