package org.noteworthy.notes.parsing;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.noteworthy.notes.DateReason;
import org.noteworthy.notes.NextAction;
import org.noteworthy.notes.Section;
import org.noteworthy.notes.SectionUse;
import org.noteworthy.notes.Spot;
import org.noteworthy.notes.Tables;
import org.noteworthy.notes.dates.DateReader;
import org.noteworthy.notes.dates.DateReasons;

/** Reads what NEXT ACTION says of time, and puts it in the words of the playbook. */
public final class NextActionReader {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final DateReader dates;
    private final DateReasons reasons;

    public NextActionReader(Tables tables, List<String> languages) {
        dates = new DateReader(tables, languages);
        reasons = new DateReasons(tables.dateReasons());
    }

    public NextAction read(Section section, @Nullable LocalDate writtenOn, String language) {
        SectionUse use = section.use();
        DateReader.Times times =
                use == null ? DateReader.Times.NONE : dates.read(section.text(), use.remark(), use.end(), language);
        LocalDate latest = times.latest();
        boolean past = isBefore(latest, writtenOn);
        return new NextAction(
                section,
                times.dated(),
                times.dated() ? "" : reasons.sentence(times.reason(), seen(section, times)),
                past,
                latest == null || !past ? "" : whyPast(latest, section, times, writtenOn),
                latest == null ? null : latest.toString(),
                times.seenFrom() == times.seenTo() ? section : () -> lookalike(section, times));
    }

    private String whyPast(LocalDate latest, Section section, DateReader.Times times, @Nullable LocalDate writtenOn) {
        DateReason reason = isBefore(times.other(), writtenOn) ? DateReason.ALL_PAST : DateReason.EITHER_ORDER;
        return reasons.sentence(reason, latest, times.other(), seen(section, times));
    }

    private static List<Spot> lookalike(Section section, DateReader.Times times) {
        return section.spots().stream()
                .map(spot -> Spot.of(spot.section(), times.seenFrom(), times.seenTo(), section.text()))
                .toList();
    }

    private static String seen(Section section, DateReader.Times times) {
        return times.seenFrom() == times.seenTo()
                ? ""
                : BLANKS.matcher(section.text().substring(times.seenFrom(), times.seenTo()))
                        .replaceAll(" ");
    }

    private static boolean isBefore(@Nullable LocalDate day, @Nullable LocalDate writtenOn) {
        return day != null && writtenOn != null && day.isBefore(writtenOn);
    }
}
