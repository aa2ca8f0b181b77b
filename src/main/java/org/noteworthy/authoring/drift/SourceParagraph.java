package org.noteworthy.authoring.drift;

/**
 * A paragraph, heading, list item or table row of a page.
 *
 * @param line line of the page on which it begins, from 1
 * @param text its words, without markup
 * @param hash short hash of its words as they count
 */
public record SourceParagraph(int line, String text, String hash) {}
