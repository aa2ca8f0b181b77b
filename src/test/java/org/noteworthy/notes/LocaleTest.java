package org.noteworthy.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.noteworthy.notes.parsing.NoteParser;
import org.noteworthy.playbooks.Library;

/** The same note says the same of time whatever locale and locale data the platform has. */
class LocaleTest {
    private static final String[] WRITTEN = {
        "Call Sept 3, 2020",
        "Call on Thurs.",
        "Anruf im Jänner",
        "Anruf am 21.04.",
        "Llamar el 5 de sep.",
        "Ligar na terça",
        "木曜に電話",
        "礼拜二开会",
        "禮拜五",
        "04/05/2020",
        "21/04",
        "KW 20",
        "sept.",
        "dez. 2020",
        "Sun sets",
        "30 day trial"
    };

    @Test
    void verdictsDoNotHangOnThePlatform() throws IOException, InterruptedException {
        List<String> here = verdicts();

        assertThat(here).anyMatch(line -> line.contains(" true ")).anyMatch(line -> line.contains(" false "));
        assertThat(elsewhere("-Djava.locale.providers=COMPAT", "-Duser.language=th", "-Duser.country=TH"))
                .isEqualTo(here);
        assertThat(elsewhere("-Djava.locale.providers=HOST", "-Duser.language=tr", "-Duser.country=TR"))
                .isEqualTo(here);
        assertThat(elsewhere("-Djava.locale.providers=CLDR", "-Duser.language=ar", "-Duser.country=EG"))
                .isEqualTo(here);
    }

    private static List<String> elsewhere(String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(Arrays.asList(settings));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Elsewhere.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }

    private static List<String> verdicts() {
        NoteParser parser =
                new NoteParser(Library.written(Path.of("rules/2020-03-25")).tables());
        List<String> lines = new ArrayList<>();
        for (String language : List.of("en", "de", "es", "pt", "ja", "zh")) {
            for (String written : WRITTEN) {
                NoteRecord record = new NoteRecord(
                        "n",
                        "[EXO]\nNEXT ACTION: " + written,
                        null,
                        null,
                        null,
                        LocalDate.of(2020, 4, 20),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        language);
                NextAction next = parser.parse(record).nextAction();
                lines.add(language + " " + written + " " + next.dated() + " " + next.lastDate() + " " + next.past());
            }
        }
        return lines;
    }

    /** The same in a process of its own. */
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] args) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            verdicts().forEach(out::println);
        }
    }
}
