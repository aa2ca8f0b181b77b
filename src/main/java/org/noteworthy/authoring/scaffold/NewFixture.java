package org.noteworthy.authoring.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.noteworthy.authoring.explain.RuleFixtures;
import org.noteworthy.failure.UsageException;
import org.noteworthy.playbooks.Library;
import org.noteworthy.playbooks.Playbook;
import org.noteworthy.playbooks.edition.Edition;
import org.noteworthy.playbooks.edition.Rule;

/** Copies a fixture that violates a rule and one that passes it, to be changed. */
public final class NewFixture {
    private NewFixture() {}

    /** Writes both beside the fixtures that the rule has; the rule is one of that edition. */
    public static Scaffold write(Library library, RuleFixtures fixtures, String version, String id) {
        Edition edition = library.named(version).edition();
        ExistingRule.in(edition, id);
        Path folder = fixtures.folder().resolve(RuleFixtures.RULES).resolve(id);
        List<Playbook> playbooks = library.versions().stream()
                .flatMap(each -> library.serving(each).stream())
                .filter(playbook -> playbook.edition().rule(id).isPresent())
                .toList();
        Stream<String> rules = Stream.concat(
                Stream.of(id), edition.rules().stream().map(Rule::id).filter(other -> !other.equals(id)));
        List<Path> written = new ArrayList<>();
        try (Staged work = Staged.folder(folder.resolveSibling(id + ".copies"));
                Models models = Models.of(fixtures, rules, playbooks)) {
            for (String manner : List.of(Models.VIOLATES, Models.PASSES)) {
                models.copy(id, manner, work)
                        .ifPresent(name -> written.add(publish(work.path().resolve(name), folder.resolve(name))));
            }
        }
        if (written.isEmpty()) {
            throw new UsageException("No fixture in " + fixtures.folder() + " can be copied for " + id + ". Write "
                    + folder.resolve(Models.VIOLATES + "….md") + " yourself.");
        }
        return new Scaffold(
                written,
                List.of(
                        "Change the notes to what no fixture of " + id + " shows yet.",
                        "Rename them by what they show, " + Models.VIOLATES + "… or " + Models.PASSES
                                + "…, and delete the one that you do not need.",
                        "noteworthy test"));
    }

    private static Path publish(Path copy, Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(target + " exists already. Rename it by what it shows.");
        }
        try (Staged staged = Staged.file(target, Files.readString(copy))) {
            staged.publish();
            return target;
        } catch (IOException e) {
            throw new UsageException(copy + " cannot be read. Try again.");
        }
    }
}
