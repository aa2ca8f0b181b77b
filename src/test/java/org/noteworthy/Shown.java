package org.noteworthy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the pages show, and whether something real looks so. An ellipsis stands for the rest of a line or, alone in its
 * line, for any lines. What rules say in their messages may change without the pages.
 */
public final class Shown {
    private static final String REST = "…";
    private static final Pattern FOUND = Pattern.compile("^(\\S+(?: \\[[^]]*])? (?:error|warning|info) [a-z0-9-]+ ).*");
    private static final Pattern VOLATILE = Pattern.compile("(?<=sha256:)[0-9a-f]{64}|\\b[0-9]+(?= rules\\b)");

    private Shown() {}

    /** All pages. */
    public static List<Path> pages() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "rules/README.md")
                                    .map(Path::of),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a page in {@code docs}. */
    public static String page(String name) throws IOException {
        return Files.readString(Path.of("docs", name));
    }

    /** Whether a page shows that text somewhere. */
    public static boolean shows(String page, String real) {
        return blocks(page).anyMatch(block -> matches(block, real));
    }

    /** Whether something real looks as a page shows it. */
    public static boolean matches(String shown, String real) {
        StringBuilder pattern = new StringBuilder();
        for (String line : shown.strip().split("\n", -1)) {
            Matcher found = FOUND.matcher(line);
            if (line.strip().equals(REST)) {
                pattern.append("(?:.*\n)*?");
            } else if (found.matches()) {
                pattern.append(Pattern.quote(found.group(1))).append(".*\n");
            } else {
                Stream.of(line.split("(?=…)|(?<=…)", -1))
                        .map(part -> part.equals(REST) ? ".*" : Pattern.quote(part))
                        .forEach(pattern::append);
                pattern.append(" *\n");
            }
        }
        return Pattern.compile(pattern.toString()).matcher(real.strip() + "\n").matches();
    }

    /** Something real without what changes with every rule. */
    public static String masked(String real) {
        return VOLATILE.matcher(real).replaceAll(REST);
    }

    /** A text without numbers and without the messages of rules: these change with the policy. */
    public static String shape(String text) {
        return text.lines()
                .map(line -> FOUND.matcher(line).replaceFirst("$1" + REST).replaceAll("\\d+", "#"))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> blocks(String page) {
        return Pattern.compile("(?ms)^ *```[a-z]*\n(.*?)^ *```$")
                .matcher(page)
                .results()
                .map(block -> block.group(1));
    }
}
