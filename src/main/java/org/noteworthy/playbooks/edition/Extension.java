package org.noteworthy.playbooks.edition;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * What {@code playbook.yaml} says of the edition that this one extends.
 *
 * <p>The whole has the files of both: one of this edition replaces the one of the same path. Its settings are the text of
 * this edition without {@code extends} and {@code without}, and below it the settings of the base that this text does not
 * give, as they are written there. So it is the same whole, with the same digest, as a folder that holds all of it.
 *
 * @param base name of that edition
 * @param line at which {@code extends} stands
 * @param without paths of files of the base that are left out
 * @param settings the text of this edition without these two
 */
record Extension(String base, int line, Set<String> without, String settings) {
    private static final String EXTENDS = "extends";
    private static final String WITHOUT = "without";
    private static final Set<String> KEYS = Set.of(EXTENDS, WITHOUT);
    private static final int LARGEST = 1 << 16;

    /** What the settings of these files say; null where they extend nothing, or so wrongly that the diagnostics tell. */
    static @Nullable Extension of(EditionFiles files, Diagnostics diagnostics) {
        if (files.text(EditionFiles.SETTINGS, new Diagnostics(files.folder())).isEmpty()) {
            return null; // told where the settings are read
        }
        String text = settings(files);
        List<SettingsBlock> blocks = text.length() > LARGEST ? List.of() : SettingsBlock.of(text);
        SettingsBlock base = null;
        SettingsBlock last = null;
        List<String> names = List.of();
        Set<String> without = Set.of();
        for (SettingsBlock block : blocks) {
            boolean ours = KEYS.contains(block.key());
            if (!ours && !block.key().isEmpty() && last != null) {
                diagnostics.add(
                        EditionFiles.SETTINGS,
                        last.line(),
                        "The setting " + last.key() + " stands above other settings. Move it to the end of the file.");
                return null;
            }
            if (ours) {
                last = block;
            }
            if (block.key().equals(EXTENDS)) {
                base = block;
                names = values(block, diagnostics);
            } else if (block.key().equals(WITHOUT)) {
                without = new LinkedHashSet<>(values(block, diagnostics));
            }
        }
        if (last == null) {
            return null;
        }
        if (base == null) {
            diagnostics.add(
                    EditionFiles.SETTINGS,
                    last.line(),
                    "The setting without names files of the edition that this one extends. Add extends with its name.");
            return null;
        }
        if (!diagnostics.none()) {
            return null;
        }
        if (names.size() != 1 || !isDate(names.get(0))) {
            diagnostics.add(
                    EditionFiles.SETTINGS,
                    base.line(),
                    "The setting extends names no edition. Write one like \"extends: 2020-03-25\".");
            return null;
        }
        String settings = blocks.stream()
                .filter(block -> !KEYS.contains(block.key()))
                .map(SettingsBlock::text)
                .collect(Collectors.joining());
        return new Extension(names.get(0), base.line(), without, settings);
    }

    static boolean isDate(String name) {
        try {
            return name.length() == "2020-03-25".length()
                    && name.equals(LocalDate.parse(name).toString());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The texts that a setting holds, one or a list. */
    private static List<String> values(SettingsBlock block, Diagnostics diagnostics) {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LARGEST)
                .setSchema(new FailsafeSchema())
                .build();
        try {
            Object value = new Load(settings).loadFromString(block.text()) instanceof Map<?, ?> map
                    ? map.get(block.key())
                    : null;
            List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
            if (values.stream().allMatch(String.class::isInstance)) {
                return values.stream()
                        .map(each -> Objects.toString(each).strip())
                        .toList();
            }
        } catch (YamlEngineException e) { // told below
        }
        diagnostics.add(
                EditionFiles.SETTINGS,
                block.line(),
                "The setting " + block.key()
                        + " cannot be read. Write it like \"extends: 2020-03-25\" or \"without: [a.drl,"
                        + " tables/b.csv]\".");
        return List.of();
    }

    /** Whether a line of the settings of the whole is one of this edition. */
    boolean isOwn(int settingsLine) {
        return settingsLine <= settings.lines().count();
    }

    /** Something that is wrong with the base, told where it is named. */
    Diagnostic diagnostic(String folder, String sentence) {
        return new Diagnostic(folder + "/" + EditionFiles.SETTINGS, line, 1, 0, sentence);
    }

    /** These files over those of the base. */
    EditionFiles whole(EditionFiles own, EditionFiles base, Diagnostics diagnostics) {
        List<String> names = new ArrayList<>(base.names());
        names.remove(EditionFiles.SETTINGS);
        for (String name : without) {
            if (!names.contains(name)) {
                diagnostics.add(diagnostic(
                        own.folder(),
                        "The edition " + this.base + " has no file \"" + name + "\" to leave out."
                                + diagnostics.insteadOf(name, names)));
            } else if (own.names().contains(name)) {
                diagnostics.add(diagnostic(
                        own.folder(), "The file " + name + " lies here and is left out. Remove one of the two."));
            }
        }
        Set<String> given =
                SettingsBlock.of(settings).stream().map(SettingsBlock::key).collect(Collectors.toSet());
        String theirs = SettingsBlock.of(settings(base)).stream()
                .filter(block -> !given.contains(block.key()) && !block.key().isEmpty())
                .map(SettingsBlock::text)
                .collect(Collectors.joining());
        String between = settings.isEmpty() || settings.endsWith("\n") || theirs.isEmpty() ? "" : "\n";
        return own.over(base, this, (settings + between + theirs).getBytes(StandardCharsets.UTF_8));
    }

    private static String settings(EditionFiles files) {
        return new String(files.content(EditionFiles.SETTINGS).orElse(new byte[0]), StandardCharsets.UTF_8);
    }
}
