package org.noteworthy.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.Deployment;
import org.noteworthy.notes.EntitlementStatus;
import org.noteworthy.notes.NoteRecord;
import org.noteworthy.notes.Tables.SectionKind;
import org.noteworthy.notes.Tables.WorkloadRow;

/** A note of the corpus while it is being made: its fields and the parts of its text, all open to change. */
final class Draft {
    final Words words;
    final Prose prose;
    final LocalDate day;

    String role = "";

    @Nullable
    String roleGiven;

    @Nullable
    String noteType;

    @Nullable
    String timeTask;

    @Nullable
    LocalDate writtenOn;

    @Nullable
    String author;

    @Nullable
    String engagement;

    @Nullable
    String interaction;

    @Nullable
    String activity;

    boolean coreTopic;

    @Nullable
    Boolean covidAccelerated;

    @Nullable
    Deployment deployment;

    @Nullable
    EntitlementStatus entitlement;

    List<WorkloadRow> workloads = List.of();
    String head = "";
    final List<SectionKind> sections = new ArrayList<>();
    final Map<SectionKind, String> labels = new EnumMap<>(SectionKind.class);
    final Map<SectionKind, String> contents = new EnumMap<>(SectionKind.class);
    String tail = "";
    String lineEnd = "\n";
    boolean tagged;

    Draft(Words words, Prose prose, LocalDate day) {
        this.words = words;
        this.prose = prose;
        this.day = day;
    }

    /** Whether its author writes by the template. */
    boolean templated() {
        return role.equals("FE") || role.equals("SME");
    }

    boolean halted() {
        return deployment == Deployment.PAUSED || deployment == Deployment.STOPPED;
    }

    String content(SectionKind kind) {
        return contents.getOrDefault(kind, "");
    }

    /** Puts a section at the end of the note. */
    void section(SectionKind kind, String content) {
        sections.add(kind);
        write(kind, content);
    }

    /** Writes under the label of a section, which is added if the note has none. */
    void write(SectionKind kind, String content) {
        if (!sections.contains(kind)) {
            sections.add(kind);
        }
        labels.put(kind, words.label(kind, prose.language()));
        contents.put(kind, content);
    }

    /** Some sentences about what was done. */
    String sentences(int count) {
        List<String> told = new ArrayList<>();
        while (told.size() < count) {
            told.add(words.any(prose.done()));
        }
        return String.join(gap(), told);
    }

    String date(LocalDate date) {
        if (words.chance(30)) {
            return date.toString();
        }
        Locale locale = Locale.forLanguageTag(prose.language());
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** A blank, or nothing in languages that put none between sentences. */
    String gap() {
        return prose.full() ? "" : " ";
    }

    /** The prefix as the playbook wants it. */
    String prefix() {
        return "[" + String.join("+", workloads.stream().map(WorkloadRow::code).toList()) + "]";
    }

    NoteRecord record(String id) {
        return new NoteRecord(
                id,
                text(),
                roleGiven,
                noteType,
                timeTask,
                writtenOn,
                author,
                engagement,
                interaction,
                activity,
                covidAccelerated,
                deployment,
                entitlement,
                null);
    }

    private String text() {
        StringBuilder text = new StringBuilder(head);
        SectionKind home = home();
        List<SectionKind> written = new ArrayList<>();
        for (SectionKind kind : sections) {
            text.append(text.isEmpty() ? "" : lineEnd)
                    .append(labels.get(kind))
                    .append(prose.full() ? "：" : ": ")
                    .append(written.contains(kind) ? sentences(1) : content(kind));
            if (tagged && kind == home && !written.contains(kind)) {
                text.append(' ').append(words.tag());
            }
            written.add(kind);
        }
        if (!tail.isEmpty()) {
            text.append(text.isEmpty() ? "" : lineEnd).append(tail);
        }
        if (tagged && home == null) {
            text.append(' ').append(words.tag());
        }
        return text.toString();
    }

    /** The section that carries the tag; null if it stands at the end of the note. */
    private @Nullable SectionKind home() {
        for (SectionKind kind : List.of(SectionKind.EXECUTIVE_SUMMARY, SectionKind.SUMMARY)) {
            if (sections.contains(kind) && !content(kind).isEmpty()) {
                return kind;
            }
        }
        return null;
    }
}
