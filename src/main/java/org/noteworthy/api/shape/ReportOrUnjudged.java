package org.noteworthy.api.shape;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The report of a note, or why there is none. */
@Schema(
        description = """
        The report of a note, or why there is none. The field error tells them apart. Clients whose generator tries \
        one after the other have to refuse unknown fields while they do, which some must be told.""",
        oneOf = {Report.class, Unjudged.class})
public sealed interface ReportOrUnjudged permits Report, Unjudged {}
