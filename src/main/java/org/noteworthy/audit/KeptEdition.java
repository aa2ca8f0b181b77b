package org.noteworthy.audit;

import java.util.Map;

/** The files of an edition as they were kept, by path, and the name under which it judged. */
public record KeptEdition(String version, Map<String, byte[]> files) {}
