package org.noteworthy.playbooks.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * The table of characters says what the Java platform says of every character that the platform knows.
 *
 * <p>{@code -Dunicode.update} on a newer platform writes the table anew.
 */
class UnicodeTableTest {
    private static final Path TABLE =
            Path.of("src/main/resources/org/noteworthy/playbooks/language/pattern/unicode.txt");

    /** What Unicode itself has since said otherwise of; Java 17 has it as it was. */
    private static final BitSet SINCE_CHANGED = set(0x1734, 0x1171E, 0x16FE2, 0x16FE3);

    @Test
    void saysWhatThePlatformSaysOfEveryCharacterThatItKnows() throws IOException {
        if (System.getProperty("unicode.update") != null) {
            Files.write(TABLE, table());
        }
        Map<Integer, String> others = new TreeMap<>();
        for (int character = 0; character < UnicodeTable.SIZE; character++) {
            int type = Character.getType(character);
            String script = Character.UnicodeScript.of(character).name();
            boolean same = type == UnicodeTable.type(character) && script.equals(UnicodeTable.script(character));
            if (!same && type != Character.UNASSIGNED && !SINCE_CHANGED.get(character)) {
                others.put(character, type + " " + script);
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void knowsTheCasesThatThePlatformKnows() {
        for (int character = 0; character < UnicodeTable.SIZE; character++) {
            assertThat(UnicodeTable.inAnyCase(character)).contains(character, small(character));
        }
    }

    @Test
    void knowsEverythingThatJava25Knows() {
        assertThat(UnicodeTable.type(0x1FAE9)).isEqualTo(Character.OTHER_SYMBOL);
        assertThat(UnicodeTable.script(0x31350)).isEqualTo("HAN");
        assertThat(UnicodeTable.inAnyCase(0xA7DC)).containsExactly(0x19B, 0xA7DC);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25, max = JRE.JAVA_25)
    void isWhatJava25WouldWrite() throws IOException {
        assertThat(Files.readAllLines(TABLE)).isEqualTo(table());
    }

    @Test
    void namesCategoriesAndScripts() {
        assertThat(UnicodeTable.named("So"))
                .hasValueSatisfying(all -> assertThat(all.get(0x1F642)).isTrue());
        assertThat(UnicodeTable.named("L")).isEqualTo(UnicodeTable.named("IsL"));
        assertThat(UnicodeTable.named("Han"))
                .isEqualTo(UnicodeTable.named("IsHAN"))
                .isPresent();
        assertThat(UnicodeTable.named("lu")).isEmpty();
        assertThat(UnicodeTable.named("")).isEmpty();
        assertThat(UnicodeTable.named("Is")).isEmpty();
        assertThat(UnicodeTable.named("Alphabetic")).isEmpty();
    }

    /** As {@code Pattern.UNICODE_CASE} of the platform compares. */
    private static int small(int character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    private static List<String> table() {
        List<String> lines = new ArrayList<>();
        String before = "";
        for (int character = 0; character < UnicodeTable.SIZE; character++) {
            String here = UnicodeTable.category(Character.getType(character)) + " "
                    + Character.UnicodeScript.of(character).name();
            if (!here.equals(before)) {
                lines.add(Integer.toHexString(character) + " " + here);
                before = here;
            }
        }
        for (int character = 0; character < UnicodeTable.SIZE; character++) {
            if (small(character) != character) {
                lines.add(Integer.toHexString(character) + " " + Integer.toHexString(small(character)));
            }
        }
        return lines;
    }

    private static BitSet set(int... characters) {
        BitSet set = new BitSet();
        IntStream.of(characters).forEach(set::set);
        return set;
    }
}
