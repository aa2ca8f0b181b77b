package org.noteworthy.api.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.noteworthy.authoring.template.Templates;
import org.noteworthy.notes.Tables;
import org.noteworthy.playbooks.Playbook;

/** What whoever writes a note may choose from. */
@Schema(description = "What whoever writes a note may choose from, in the order of the tables.")
public record NoteChoices(
        @Schema(ref = "Version") String playbook,
        @Schema(ref = "Digest") String digest,

        @Schema(description = "The code of the role that is taken where a note names none.")
        String assumedRole,

        @Schema(description = "The roles of authors.") List<Role> roles,

        @Schema(description = "As what notes are recorded.") List<String> noteTypes,

        @Schema(description = "The time tracking tasks.") List<String> timeTasks,

        @Schema(description = "The workloads that a prefix names.")
        List<Workload> workloads,

        @Schema(description = "The languages that have labels.")
        List<String> languages,

        @Schema(description = "What a status may begin with.")
        List<Status> statuses) {
    /** A role. */
    @Schema(name = "RoleChoice", description = "A role of authors.")
    public record Role(
            @Schema(description = "Its code.") String code,
            @Schema(description = "Its name.") String name,

            @Schema(description = "The note types that it uses.")
            List<String> noteTypes) {}

    /** A workload. */
    @Schema(name = "WorkloadChoice", description = "A workload.")
    public record Workload(
            @Schema(description = "Its code.") String code,
            @Schema(description = "Its name.") String name,

            @Nullable @Schema(description = "The task under which its time is recorded, where it has one.")
            String timeTask) {}

    /** A status in one language. */
    @Schema(name = "StatusChoice", description = "A status in one language.")
    public record Status(
            @Schema(description = "Its key, which is the same in all languages.")
            String status,

            @Schema(description = "The language.") String language,
            @Schema(description = "How it is written.") String label) {}

    /** Those of an edition. */
    public static NoteChoices of(Playbook playbook) {
        Tables tables = playbook.tables();
        return new NoteChoices(
                playbook.edition().version(),
                playbook.edition().digest(),
                tables.settings().assumedRole(),
                tables.roles().stream()
                        .map(role -> new Role(role.code(), role.name(), noteTypes(tables, role.code())))
                        .toList(),
                tables.noteTypes().stream().map(Tables.NoteTypeRow::name).toList(),
                tables.timeTasks().stream().map(Tables.TimeTaskRow::name).toList(),
                tables.workloads().stream()
                        .map(row -> new Workload(row.code(), row.name(), row.timeTask()))
                        .toList(),
                new Templates(playbook).languages(),
                tables.statuses().stream()
                        .map(row -> new Status(row.status(), row.language(), row.label()))
                        .toList());
    }

    private static List<String> noteTypes(Tables tables, String role) {
        return tables.roleNoteTypes().stream()
                .filter(row -> row.role().equals(role))
                .map(Tables.RoleNoteTypeRow::noteType)
                .toList();
    }
}
