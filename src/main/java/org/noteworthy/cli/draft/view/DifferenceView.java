package org.noteworthy.cli.draft.view;

import java.util.List;

/** How a draft differs from its base, file by file. */
public record DifferenceView(String digest, List<OfFile> files) {
    public DifferenceView {
        files = List.copyOf(files);
    }

    /** One file as {@code diff -u} prints it; {@code kind} is {@code added}, {@code changed} or {@code deleted}. */
    public record OfFile(String path, String kind, String unified) {}
}
