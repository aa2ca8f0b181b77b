package org.noteworthy.audit.export;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.noteworthy.audit.Decision;
import org.noteworthy.audit.DecisionField;
import org.noteworthy.audit.RecordedViolation;
import org.noteworthy.audit.store.Summary;
import org.noteworthy.notes.text.Characters;

/**
 * A report for people in one page, which needs nothing from elsewhere and lets nothing in: figures with pictures, then the
 * first violations one by one. What comes from notes is written as text, whatever it holds.
 */
final class HtmlExport implements DecisionExport {
    /** The most violations that are listed; whoever needs more than a page holds takes a table. */
    static final int MOST = 500;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Writer page;
    private final About about;
    private final Summary summary = new Summary();
    private final List<List<String>> listed = new ArrayList<>();
    private final Map<String, Ends> chains = new TreeMap<>();
    private final Map<String, Map<String, Long>> editions = new TreeMap<>();
    private long violations;
    private long waived;

    /** Numbers of the first and last decision of a chain that the report stands on, and the last one's hash. */
    private record Ends(long first, long last, String hash) {}

    HtmlExport(OutputStream out, About about) {
        page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.about = about;
    }

    @Override
    public void begin() {}

    @Override
    public void add(Decision decision) {
        summary.take(decision);
        editions.computeIfAbsent(decision.edition(), edition -> new TreeMap<>())
                .merge(decision.digest(), 1L, Long::sum);
        Ends ends = chains.get(decision.chain());
        if (ends == null || decision.seq() > ends.last()) {
            long first = ends == null ? decision.seq() : ends.first();
            chains.put(decision.chain(), new Ends(first, decision.seq(), decision.hash()));
        }
        violations += decision.findings().size();
        waived += decision.waived();
        if (listed.size() < MOST) {
            for (RecordedViolation violation : decision.violations()) {
                if (listed.size() < MOST) {
                    listed.add(row(decision, violation));
                }
            }
        }
    }

    private static List<String> row(Decision decision, RecordedViolation violation) {
        String note = violation.note() == null ? decision.subject() : violation.note();
        String place = violation.line() == 0 ? "" : violation.line() + ":" + violation.column();
        return List.of(
                MINUTE.format(decision.time()),
                note,
                decision.field(DecisionField.AUTHOR.word()).orElse(""),
                decision.field(DecisionField.IDENTITY.word()).orElse(""),
                place,
                violation.waiver() == null ? violation.severity() : "waived " + violation.severity(),
                violation.rule(),
                violation.message());
    }

    @Override
    public void end() throws IOException {
        // All at once: what a page shows is bounded, and lies in memory until here.
        page.write(Layout.TEMPLATE
                .data("style", Layout.STYLE)
                .data("asked", about.query().told())
                .data("written", MINUTE.format(about.at()))
                .data("product", about.product())
                .data("summary", summary)
                .data("weekChart", WeekChart.of(summary.weeks()))
                .data("ruleChart", RuleChart.of(summary.rules()))
                .data("violations", violations - waived)
                .data("waived", waived)
                .data("found", violations)
                .data("listed", listed)
                .data("chains", chains)
                .data("editions", editions)
                .render());
        page.flush();
    }

    /** Loaded when the first page is written, and not with the command line. */
    private static final class Layout {
        static final RawString STYLE = new RawString(resource("report.css"));
        static final Template TEMPLATE = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new Shown())
                .build()
                .parse(resource("report.html"), Variant.forContentType(Variant.TEXT_HTML), "report");

        private static String resource(String name) {
            try (InputStream resource = Objects.requireNonNull(HtmlExport.class.getResourceAsStream(name), name)) {
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException("What is in the product can be read", e);
            }
        }
    }

    /** On one line, without controls of writing direction, which could make one text look like another. */
    private static final class Shown extends HtmlEscaper {
        Shown() {
            super(List.of(Variant.TEXT_HTML));
        }

        @Override
        public String map(Object value, Expression expression) {
            return super.map(Characters.harmless(value.toString()), expression);
        }
    }
}
