package org.noteworthy.peers;

import java.util.List;

/** What of a note is known, and, once an engine has judged it, which rules it violates. */
public final class Facts {
    public boolean statusPresent;
    public boolean statusAllowed;
    public long statusLength;
    public long statusCharacters;
    public boolean summaryPresent;
    public boolean nextActionPresent;
    public boolean nextActionDated;
    public boolean concernsPresent;
    public boolean concernsNone;
    public boolean concernsNatured;
    public boolean firstParty;
    public boolean insightCited;
    public List<String> violated;
}
