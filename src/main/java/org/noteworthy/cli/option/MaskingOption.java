package org.noteworthy.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.noteworthy.audit.Masking;
import org.noteworthy.audit.SigningKey;
import picocli.CommandLine.Option;

/** What is masked in the audit log: an option, and variables that the service knows by the same names. */
final class MaskingOption {
    @Option(
            names = "--mask",
            paramLabel = "NAME",
            split = ",",
            description =
                    "What is replaced in the audit log: the fields id, author, engagement, activity, caller and the"
                            + " patterns email, phone, tenant-id (default: what NOTEWORTHY_AUDIT_MASK_FIELDS and"
                            + " NOTEWORTHY_AUDIT_MASK_PATTERNS name).",
            defaultValue = "${env:NOTEWORTHY_AUDIT_MASK_FIELDS:-},${env:NOTEWORTHY_AUDIT_MASK_PATTERNS:-}")
    private List<String> masked = List.of();

    /** What was asked for; pseudonyms come of the key, where there is one. */
    Masking masking(@Nullable SigningKey key) {
        Set<String> fields = new TreeSet<>();
        Map<String, String> patterns = new LinkedHashMap<>();
        for (String name : masked) {
            if (Masking.FIELDS.contains(name.strip())) {
                fields.add(name.strip());
            } else if (!name.isBlank()) {
                patterns.put(name.strip(), Masking.known(name.strip()));
            }
        }
        return new Masking(fields, patterns, key);
    }
}
