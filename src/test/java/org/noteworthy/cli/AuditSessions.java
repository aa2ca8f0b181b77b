package org.noteworthy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.noteworthy.audit.log.Recorded;
import org.noteworthy.audit.store.DatabaseAddress;

/**
 * Sessions of a README with the record of a small office. Ids and hashes differ each time that a record is made; those of
 * the README stand for those that come at the same place.
 */
final class AuditSessions {
    private static final Pattern RANDOM =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<!sha256:)\\b[0-9a-f]{64}\\b");
    private static final Pattern FILE = Pattern.compile("[a-z]+\\.(?:html|ndjson|key|csv)");

    private final Path folder;
    private final DatabaseAddress record;
    private final Map<String, String> realOfShown = new HashMap<>();
    private final Map<String, String> shownOfReal = new HashMap<>();
    private String first = "";

    AuditSessions(Path folder) {
        this.folder = folder;
        record = DatabaseAddress.embedded(folder.resolve("audit"));
        Recorded.weeks(record);
    }

    /** The arguments as they reach this record, and files in a folder of their own. */
    String[] arguments(String[] shown) {
        List<String> arguments = new ArrayList<>();
        for (String argument : shown) {
            arguments.add(
                    FILE.matcher(argument).matches()
                            ? folder.resolve(argument).toString()
                            : argument.equals("FIRST") ? first : realOfShown.getOrDefault(argument, argument));
        }
        boolean ofAFile = arguments.get(1).equals("key") || arguments.get(1).equals("verify") && arguments.size() == 3;
        if (!ofAFile) {
            arguments.addAll(List.of("--database", record.where()));
        }
        return arguments.toArray(String[]::new);
    }

    /** What was printed, as the README shows it. */
    String shown(String printed, String before) {
        List<String> real =
                RANDOM.matcher(printed).results().map(MatchResult::group).toList();
        List<String> known =
                RANDOM.matcher(before).results().map(MatchResult::group).toList();
        if (first.isEmpty() && !real.isEmpty()) {
            first = real.get(0);
        }
        for (int i = 0; i < real.size() && real.size() == known.size(); i++) {
            if (shownOfReal.putIfAbsent(real.get(i), known.get(i)) == null) {
                realOfShown.put(known.get(i), real.get(i));
            }
        }
        String named = RANDOM.matcher(printed)
                .replaceAll(each -> Matcher.quoteReplacement(shownOfReal.getOrDefault(each.group(), each.group())));
        return named.replace(folder + "/", "");
    }

    /** The id of the first decision that was printed. */
    String first() {
        return shownOfReal.getOrDefault(first, first);
    }
}
