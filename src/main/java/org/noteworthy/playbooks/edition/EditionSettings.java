package org.noteworthy.playbooks.edition;

import java.time.LocalDate;
import org.noteworthy.notes.Tables;

/**
 * The settings of an edition, from {@code playbook.yaml}.
 *
 * @param line line of the file at which {@code inForceFrom} stands
 */
public record EditionSettings(String title, LocalDate inForceFrom, int line, String source, Tables.Settings tables) {}
