package org.noteworthy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.Shown;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.store.DatabaseAddress;
import org.noteworthy.cli.terminal.Shell;

/** Types every command of a page, one after the other, in a folder with the rules and fixtures of a fresh clone. */
final class PageWalk {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\n(.*?)^```$");
    private static final Pattern STEP = Pattern.compile("(?m)^\\$ (.*)\n((?:(?!\\$ ).*\n)*)");
    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String PRODUCT = "./noteworthy ";
    private static final Set<String> NAMES_A_NEW_FILE = Set.of("-o", "key", "docs", "--checkpoints", "--key");
    private static final Set<String> WITHOUT_RULES = Set.of("vocabulary", "audit");

    private final Path folder;
    private final Map<String, String> realOfShown = new HashMap<>();

    PageWalk(Path folder, String page) throws IOException {
        this.folder = folder;
        Folders.copyRules(folder.resolve("rules"));
        Folders.copyFixtures(folder.resolve("test-fixtures"), folder.resolve("rules"));
        Files.createDirectory(folder.resolve("data"));
        if (page.contains("the audit log of a small office")) {
            Recorded.weeks(DatabaseAddress.embedded(audit()));
        }
    }

    static boolean hasCommands(String page) {
        return BLOCK.matcher(page).find();
    }

    /** The page as it would be if it showed what is printed. */
    String walked(String page) {
        return BLOCK.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement("```console\n"
                        + STEP.matcher(block.group(1)).replaceAll(step -> Matcher.quoteReplacement(walked(step)))
                        + "```"));
    }

    private String walked(MatchResult step) {
        String first = step.group(1);
        String rest = step.group(2);
        String typed = first;
        String shown = rest;
        int end = first.endsWith("<<'END'") ? rest.indexOf("END\n") + "END\n".length() : 0;
        if (end > 0) {
            typed = first + "\n" + rest.substring(0, end);
            shown = rest.substring(end);
        }
        String real = first.startsWith(PRODUCT) ? product(first.substring(PRODUCT.length())) : shell(typed);
        String printed = real.replace(folder + "/", "").replace(folder.toString(), ".");
        printed = printed.replaceAll(" --(?:drafts data/drafts|rules rules|database data/audit)(?=[ \n])", "");
        printed = printed.replace("(default: " + System.getProperty("user.name") + ")", "(default: …)");
        learn(shown, printed);
        boolean same = shown.isBlank() ? printed.isBlank() : Shown.matches(shown, named(printed));
        return "$ " + first + "\n" + rest.substring(0, Math.max(end, 0))
                + (same ? shown : Shown.masked(named(printed)));
    }

    /** Ids differ each time that decisions are recorded; those of a page stand for those that come at the same place. */
    private void learn(String shown, String printed) {
        List<String> known =
                RANDOM.matcher(shown).results().map(MatchResult::group).toList();
        List<String> real =
                RANDOM.matcher(printed).results().map(MatchResult::group).toList();
        for (int i = 0; i < real.size() && real.size() == known.size(); i++) {
            realOfShown.putIfAbsent(known.get(i), real.get(i));
        }
    }

    private String named(String printed) {
        String named = printed;
        for (Map.Entry<String, String> each : realOfShown.entrySet()) {
            named = named.replace(each.getValue(), each.getKey());
        }
        return named;
    }

    private String product(String typed) {
        List<String> words = DocumentationTest.words(typed);
        List<String> arguments = new ArrayList<>();
        String before = "";
        for (String word : words) {
            boolean file =
                    !word.startsWith("-") && (NAMES_A_NEW_FILE.contains(before) || !before.isEmpty() && exists(word));
            arguments.add(file ? folder.resolve(word).toString() : realOfShown.getOrDefault(word, word));
            before = word;
        }
        boolean second = words.get(0).equals("audit") || words.get(0).equals("draft");
        arguments.addAll(second ? 2 : 1, defaults(words));
        Shell.Said said = Shell.run(arguments.toArray(String[]::new));
        return said.out() + said.side();
    }

    private boolean exists(String word) {
        return Files.exists(folder.resolve(word));
    }

    /** What the command finds by itself where it is typed in the folder. */
    private List<String> defaults(List<String> words) {
        List<String> defaults = new ArrayList<>();
        boolean help = words.contains("--help");
        boolean replay = words.size() > 1 && words.get(1).equals("replay");
        if (!help && !words.contains("--rules") && (replay || !WITHOUT_RULES.contains(words.get(0)))) {
            defaults.addAll(List.of("--rules", folder.resolve("rules").toString()));
        }
        if (!help && words.get(0).equals("test")) {
            defaults.addAll(
                    List.of("--fixtures", folder.resolve("test-fixtures").toString()));
        }
        if (!help && words.get(0).equals("draft")) {
            defaults.addAll(
                    List.of("--drafts", folder.resolve("data/drafts").toString(), "--database", audit().toString()));
        }
        boolean ofAFile = words.contains("key") || words.contains("verify") && words.size() == 3;
        boolean audit = words.get(0).equals("audit") && !ofAFile;
        if (!help && (audit || words.contains("--audit") || words.contains("--recorded"))) {
            defaults.addAll(List.of("--database", audit().toString()));
        }
        return defaults;
    }

    private Path audit() {
        return folder.resolve("data/audit");
    }

    private String shell(String typed) {
        try {
            Process bash = new ProcessBuilder("bash", "-c", typed)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            bash.getOutputStream().close();
            return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
