package org.noteworthy.playbooks.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting of {@code playbook.yaml} as it is written, or a group of them, with the comments above it.
 *
 * @param key its name; empty for what stands below the last one
 * @param line at which the key stands, from 1
 */
record SettingsBlock(String key, String text, int line) {
    private static final Pattern KEY = Pattern.compile("\uFEFF?[\"']?([A-Za-z][A-Za-z.]*)[\"']?[ \t]*:.*\\R?");

    /** The blocks of a file; put together they are the file. */
    static List<SettingsBlock> of(String text) {
        List<SettingsBlock> blocks = new ArrayList<>();
        StringBuilder above = new StringBuilder();
        int number = 0;
        for (String line : text.split("(?<=\n)", -1)) {
            number++;
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                blocks.add(new SettingsBlock(key.group(1), above + line, number));
                above.setLength(0);
            } else if (line.isBlank() || line.startsWith("#") || blocks.isEmpty()) {
                above.append(line);
            } else {
                SettingsBlock last = blocks.remove(blocks.size() - 1);
                blocks.add(new SettingsBlock(last.key(), last.text() + above + line, last.line()));
                above.setLength(0);
            }
        }
        if (!above.isEmpty()) {
            blocks.add(new SettingsBlock("", above.toString(), number));
        }
        return blocks;
    }
}
