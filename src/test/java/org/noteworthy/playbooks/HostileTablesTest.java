package org.noteworthy.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noteworthy.checking.Checker;
import org.noteworthy.notes.NoteRecord;

/** What stands in a table is a word for rules, and never code, wherever a rule's scope is written to. */
class HostileTablesTest {
    private static final String MARKER = "noteworthy.hostile.table";
    private static final String ROLE = "+System.clearProperty($note.id())+";

    @TempDir
    private Path temp;

    /** Rule and table are legal each by itself; the text of the report looks like a pattern that takes the scope in. */
    @Test
    void aRoleIsNoCode() throws IOException {
        LoneRules lone = new LoneRules(temp);
        lone.append("tables/roles.csv", ROLE + ",Code,,");
        Compilation compilation = lone.read("""
                rule "hostile"
                    @severity("error") @clause("content.status") @roles("%s")
                when
                    $note /* parted */ : Note( status.present )
                then
                    report.violation( $note, "See $note : Note( " );
                end
                """.formatted(ROLE).getBytes(StandardCharsets.UTF_8));
        System.setProperty(MARKER, "untouched");
        try {
            if (compilation instanceof Compilation.Compiled compiled) {
                check(compiled.playbook());
            }
            assertThat(System.getProperty(MARKER)).isEqualTo("untouched");
        } finally {
            System.clearProperty(MARKER);
        }
    }

    private static void check(Playbook playbook) {
        NoteRecord note = new NoteRecord(
                MARKER, "STATUS: On track", ROLE, null, null, null, null, null, null, null, null, null, null, null);
        try (Checker checker = new Checker(playbook)) {
            checker.check(note);
        }
    }
}
