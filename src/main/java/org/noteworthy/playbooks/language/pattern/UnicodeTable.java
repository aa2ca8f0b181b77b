package org.noteworthy.playbooks.language.pattern;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each character is, by one version of Unicode.
 *
 * <p>Java platforms follow Unicode at different paces, so that what is an assigned sign on one is none on another. Whatever
 * decides a verdict asks here instead, and gets the same answer on all of them. The table is that of Java 25.
 */
public final class UnicodeTable {
    /** How many characters there can be. */
    public static final int SIZE = Character.MAX_CODE_POINT + 1;

    /** The two letters of each category, at the number that {@link Character#getType(int)} has for it. */
    private static final List<String> CATEGORIES =
            List.of("Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf  Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf"
                    .split(" ", -1));

    private static final int ASCII = 0x80;

    /** Read when it is first needed: rules hold little beside ASCII, of which every Java says the same. */
    private static final class Once {
        static final UnicodeTable TABLE = read();
    }

    private final int[] starts;
    private final byte[] types;
    private final String[] scripts;
    private final Map<Integer, int[]> anyCase = new HashMap<>();

    /** From words: of three, where characters of a category and a script begin; of two, a character and its small letter. */
    private UnicodeTable(List<String[]> lines) {
        List<String[]> runs = lines.stream().filter(line -> line.length == 3).toList();
        starts = runs.stream().mapToInt(run -> Integer.parseInt(run[0], 16)).toArray();
        types = new byte[starts.length];
        scripts = new String[starts.length];
        for (int i = 0; i < starts.length; i++) {
            types[i] = (byte) CATEGORIES.indexOf(runs.get(i)[1]);
            scripts[i] = runs.get(i)[2];
        }
        Map<Integer, Set<Integer>> bySmall = new TreeMap<>();
        for (String[] line : lines) {
            if (line.length == 2) {
                int small = Integer.parseInt(line[1], 16);
                bySmall.computeIfAbsent(small, alone -> new TreeSet<>(Set.of(alone)))
                        .add(Integer.parseInt(line[0], 16));
            }
        }
        for (Set<Integer> alike : bySmall.values()) {
            int[] all = alike.stream().mapToInt(each -> each).toArray();
            alike.forEach(each -> anyCase.put(each, all));
        }
    }

    /** The category of a character, as one of the constants of {@link Character}. */
    public static int type(int character) {
        return character < ASCII ? Character.getType(character) : Once.TABLE.types[Once.TABLE.run(character)];
    }

    /** The name of a character's script, in capital letters. */
    public static String script(int character) {
        return Once.TABLE.scripts[Once.TABLE.run(character)];
    }

    /** The two letters of a category, such as {@code Lu}. */
    static String category(int type) {
        return CATEGORIES.get(type);
    }

    private int run(int character) {
        int found = Arrays.binarySearch(starts, character);
        return found < 0 ? -found - 2 : found;
    }

    /** A character and those that differ from it by case alone. */
    public static int[] inAnyCase(int character) {
        int[] alike = Once.TABLE.anyCase.get(character);
        return alike == null ? new int[] {character} : alike.clone();
    }

    /** With each character also those that differ from it by case alone. */
    public static BitSet inAnyCase(BitSet characters) {
        BitSet all = (BitSet) characters.clone();
        Once.TABLE.anyCase.forEach((character, alike) -> {
            if (characters.get(character)) {
                for (int each : alike) {
                    all.set(each);
                }
            }
        });
        return all;
    }

    /**
     * The characters of a category ({@code Lu}), of a group of categories ({@code L}) or of a script ({@code Han}, in
     * whatever case), with or without {@code Is} before it. Empty where there is no such thing.
     */
    public static Optional<BitSet> named(String name) {
        String bare = name.startsWith("Is") ? name.substring(2) : name;
        BitSet characters = new BitSet();
        UnicodeTable table = Once.TABLE;
        for (int i = 0; i < table.starts.length; i++) {
            String category = CATEGORIES.get(table.types[i]);
            boolean fits = bare.length() == 1 ? category.startsWith(bare) : category.equals(bare);
            if (fits || table.scripts[i].equalsIgnoreCase(bare)) {
                characters.set(table.starts[i], i + 1 < table.starts.length ? table.starts[i + 1] : SIZE);
            }
        }
        return characters.isEmpty() ? Optional.empty() : Optional.of(characters);
    }

    private static UnicodeTable read() {
        try (InputStream in = Objects.requireNonNull(UnicodeTable.class.getResourceAsStream("unicode.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return new UnicodeTable(
                    lines.lines().map(line -> line.split(" ", -1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
