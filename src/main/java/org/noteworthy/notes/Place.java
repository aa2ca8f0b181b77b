package org.noteworthy.notes;

import java.util.List;

/** A part of a note that a rule can point at in {@code report.violation(…)}; usually one spot, sometimes several. */
public interface Place {

    /** Where it stands, worked out only when a violation is reported. */
    List<Spot> spots();
}
