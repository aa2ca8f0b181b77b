package org.noteworthy.cli.authoring;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.noteworthy.cli.option.OutputOption;
import org.noteworthy.cli.terminal.Exit;
import org.noteworthy.cli.terminal.Terminal;
import org.noteworthy.failure.UsageException;
import org.noteworthy.notes.text.Nearest;
import org.noteworthy.playbooks.language.words.Manual;
import org.noteworthy.playbooks.language.words.Manual.Chapter;
import org.noteworthy.playbooks.language.words.Manual.Listed;
import org.noteworthy.report.ReportJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code noteworthy vocabulary}: what a rule may say. */
@Command(
        name = "vocabulary",
        description =
                "Prints what a rule may say: the properties of notes and interactions, and the language around them.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = Exit.UNUSABLE)
public final class VocabularyCommand implements Callable<Integer> {
    private static final String LIMITS = "limits";

    private final Terminal terminal;

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "WORD",
            description = "Only this: a fact (note), a part or property (status, status.length), or a chapter (texts).")
    private String word = "";

    public VocabularyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = output.json();
        List<Listed> properties = Manual.FACTS.stream()
                .flatMap(fact -> Manual.properties(fact).stream())
                .filter(this::asked)
                .toList();
        List<Chapter> chapters = Manual.chapters().stream()
                .filter(chapter -> asked(chapter.name()))
                .toList();
        boolean limits = asked(LIMITS);
        if (properties.isEmpty() && chapters.isEmpty() && !limits) {
            throw new UsageException("The vocabulary has no \"" + word + "\"." + instead());
        }
        if (json) {
            write(properties, chapters, limits ? Manual.limits() : List.of());
        } else {
            new VocabularyText(terminal).print(properties, chapters, limits ? Manual.limits() : List.of());
        }
        return Exit.FINE;
    }

    private boolean asked(String name) {
        return word.isEmpty() || name.equalsIgnoreCase(word);
    }

    /** Whether it is what was asked for, or is of the fact or part that was. */
    private boolean asked(Listed listed) {
        String path = listed.path().toLowerCase(Locale.ROOT);
        String wanted = word.toLowerCase(Locale.ROOT);
        return asked(listed.fact())
                || path.equals(wanted)
                || path.startsWith(wanted + ".")
                || path.endsWith("." + wanted);
    }

    private String instead() {
        Set<String> words = new LinkedHashSet<>();
        for (String fact : Manual.FACTS) {
            words.add(fact);
            Manual.properties(fact).stream().map(Listed::path).forEach(words::add);
            Manual.properties(fact).stream()
                    .map(listed -> listed.path().substring(listed.path().lastIndexOf('.') + 1))
                    .forEach(words::add);
        }
        Stream.concat(Manual.chapters().stream().map(Chapter::name), Stream.of(LIMITS))
                .forEach(words::add);
        return Nearest.maybe(word, words, " noteworthy vocabulary prints all of it.");
    }

    private void write(List<Listed> properties, List<Chapter> chapters, List<Manual.Limit> limits) {
        try (JsonGenerator json = ReportJson.prettyGenerator(terminal.out())) {
            json.writeStartObject();
            json.writeArrayFieldStart("properties");
            for (Listed listed : properties) {
                json.writeStartObject();
                json.writeStringField("fact", listed.fact());
                json.writeStringField("path", listed.path());
                json.writeStringField("kind", listed.kind());
                json.writeBooleanField("place", listed.place());
                json.writeStringField("says", listed.says());
                if (listed.saysNot() != null) {
                    json.writeStringField("saysNot", listed.saysNot());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("language");
            for (Chapter chapter : chapters) {
                json.writeArrayFieldStart(chapter.name());
                for (Manual.Phrase phrase : chapter.phrases()) {
                    json.writeStartObject();
                    json.writeStringField("written", phrase.written());
                    json.writeStringField("example", phrase.example());
                    json.writeStringField("means", phrase.means());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeArrayFieldStart(LIMITS);
            for (Manual.Limit limit : limits) {
                json.writeStartObject();
                json.writeStringField("what", limit.what());
                json.writeNumberField("most", limit.most());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Standard output cannot be written to", e);
        }
    }
}
