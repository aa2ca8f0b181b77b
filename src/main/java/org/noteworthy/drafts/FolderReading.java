package org.noteworthy.drafts;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.noteworthy.playbooks.Library;

/** A rules folder as it was at one moment: how it judges, and the editions' own files with the waivers. */
record FolderReading(Library library, Map<String, SortedMap<String, byte[]>> own) {

    /** Files of an edition, or of the waivers; none where there is no such edition. */
    SortedMap<String, byte[]> own(String edition) {
        return own.getOrDefault(edition, new TreeMap<>());
    }
}
