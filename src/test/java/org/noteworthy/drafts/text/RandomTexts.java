package org.noteworthy.drafts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts of lines that often repeat, with every kind of line end, and changes of them. */
final class RandomTexts {
    private static final List<String> WORDS =
            List.of("", "a", "b", "c", "rule", "-- a", "++ b", "@@ -1 +1 @@", "é,\"x\"");
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n");
    private final Random random;

    RandomTexts(long seed) {
        random = new Random(seed);
    }

    String text(int most) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            lines.add(line());
        }
        return joined(lines);
    }

    private String line() {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return (random.nextBoolean() ? word : word + random.nextInt(30)) + ENDS.get(random.nextInt(ENDS.size()));
    }

    String changed(String text) {
        List<String> lines = new ArrayList<>(Lines.of(text));
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(lines.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> lines.add(at, line());
                case 1 ->
                    lines.subList(at, Math.min(lines.size(), at + 1 + random.nextInt(3)))
                            .clear();
                case 2 -> lines.addAll(at, Lines.of(text(4)));
                default -> {
                    if (at < lines.size()) {
                        lines.set(at, line());
                    }
                }
            }
        }
        return joined(lines);
    }

    private String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append(Lines.ends(line) ? "" : "\n");
        }
        boolean unended = !text.isEmpty() && random.nextInt(4) == 0;
        return unended ? text.substring(0, text.length() - 1) : text.toString();
    }
}
