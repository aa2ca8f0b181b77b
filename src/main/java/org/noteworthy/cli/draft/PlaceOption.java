package org.noteworthy.cli.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.SigningKey;
import org.noteworthy.cli.draft.desk.DraftDesk;
import org.noteworthy.cli.draft.desk.LocalDesk;
import org.noteworthy.cli.draft.desk.LocalPlace;
import org.noteworthy.cli.draft.desk.RemoteDesk;
import org.noteworthy.cli.draft.desk.ServiceAddress;
import org.noteworthy.cli.option.AuditLogOption;
import org.noteworthy.cli.option.FixturesOption;
import org.noteworthy.cli.option.RulesOption;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Library;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where drafts are kept and who changes them: folders of this machine, or a service. */
final class PlaceOption {
    private static final List<String> OF_AUDIT = List.of("--database", "--database-user");
    private static final List<String> OF_DRAFTS = List.of(
            "--drafts",
            "--rules",
            "--cache",
            "--fixtures",
            "--database",
            "--database-user",
            "--sign",
            "--server",
            "--key-file");
    private static final int LONGEST_KEY = 8_192;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    @Option(
            names = "--drafts",
            paramLabel = "DIR",
            description = "Folder with the drafts (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:NOTEWORTHY_DRAFTS_FOLDER:-data/drafts}")
    private Path drafts = Path.of("data/drafts");

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private FixturesOption fixtures = new FixturesOption();

    @Mixin
    private AuditLogOption auditLog = new AuditLogOption();

    @Option(
            names = "--sign",
            paramLabel = "FILE",
            description = "Secret key that signs what changes the policy in the audit log.",
            defaultValue = "${env:NOTEWORTHY_AUDIT_KEY}")
    private @Nullable Path signing;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who does it, which nobody verifies (default: the user of this machine).")
    private @Nullable String who;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Ask the service there instead of the folders here; it decides who may do what.",
            defaultValue = "${env:NOTEWORTHY_SERVER}")
    private @Nullable String server;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "With --server: file that holds the key (default: the variable NOTEWORTHY_KEY).")
    private @Nullable Path keyFile;

    /** Opens it. */
    DraftDesk open(Clock clock) {
        if (server != null) {
            if (who != null) {
                throw new UsageException("A service knows by the key who calls. Leave --as out, or --server.");
            }
            return new RemoteDesk(ServiceAddress.of(server), key());
        }
        if (keyFile != null) {
            throw new UsageException("--key-file goes with --server, which says whose key it is.");
        }
        Library library = rules.open();
        LocalPlace place = new LocalPlace(
                new LocalPlace.Folders(
                        drafts, rules.folder(), fixtures.of(library).folder()),
                ReviewSettings.policy(),
                rules.cache(),
                auditLog.address(),
                signing == null ? null : SigningKey.read(signing),
                clock);
        return new LocalDesk(place, who());
    }

    /** Who does it, where nobody verifies that. */
    String who() {
        return who == null ? Objects.requireNonNullElse(System.getProperty("user.name"), "somebody") : who;
    }

    RulesOption rules() {
        return rules;
    }

    // A key is no option: whoever lists the processes of a machine sees options.
    private @Nullable String key() {
        if (keyFile == null) {
            String key = System.getenv("NOTEWORTHY_KEY");
            return key == null || key.isBlank() ? null : key.strip();
        }
        try (InputStream file = Files.newInputStream(keyFile)) {
            String key = new String(file.readNBytes(LONGEST_KEY), StandardCharsets.UTF_8).strip();
            if (!key.isEmpty()) {
                return key;
            }
        } catch (IOException e) {
            throw new UsageException(keyFile + " cannot be read. Name the file that holds the key with --key-file.");
        }
        throw new UsageException(keyFile + " is empty. Name the file that holds the key with --key-file.");
    }

    /** What to type to name this place again, as it was typed. */
    Named named() {
        return new Named(typed(OF_DRAFTS), server == null ? typed(OF_AUDIT) : null);
    }

    /**
     * A place, as options.
     *
     * @param drafts for verbs about drafts
     * @param audit for verbs about the audit log; null where they cannot reach it
     */
    record Named(String drafts, @Nullable String audit) {

        /** A command at this place; null where there is none. */
        @Nullable
        String command(String step) {
            return step.startsWith("audit ")
                    ? audit == null ? null : "noteworthy " + step + audit
                    : "noteworthy " + step + drafts;
        }
    }

    private String typed(List<String> names) {
        CommandSpec verb = mixee;
        if (verb == null) {
            return "";
        }
        return verb.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> names.contains(option.longestName()))
                .map(option -> " " + option.longestName() + " "
                        + quoted(option.originalStringValues().get(0)))
                .collect(Collectors.joining());
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:\\\\-]+") ? word : '"' + word + '"';
    }
}
