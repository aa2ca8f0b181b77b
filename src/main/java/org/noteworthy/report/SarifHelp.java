package org.noteworthy.report;

import org.noteworthy.playbooks.edition.Clause;

/** The text of a clause, with the readings chosen, as help for its reader. */
final class SarifHelp {
    private SarifHelp() {}

    static String plain(Clause clause) {
        StringBuilder help = new StringBuilder("Clause ")
                .append(clause.id())
                .append(": ")
                .append(clause.title())
                .append("\n")
                .append(clause.text());
        for (String reading : clause.readings()) {
            help.append("\n\nReading: ").append(reading);
        }
        return help.toString();
    }

    static String markdown(Clause clause) {
        StringBuilder help = new StringBuilder("**Clause `")
                .append(clause.id())
                .append("`: ")
                .append(clause.title())
                .append("**\n\n")
                .append(clause.text());
        for (String reading : clause.readings()) {
            help.append("\n\n> Reading: ").append(reading.replace("\n", "\n> "));
        }
        return help.toString();
    }
}
