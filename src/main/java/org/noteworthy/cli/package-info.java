/**
 * The command line: one class for each verb, each a thin layer over the rooms to its left.
 *
 * <p>{@link org.noteworthy.cli.Main} is where it starts. Exit status: 0 all is well, 1 something was found, 2 something
 * could not be used.
 */
@NullMarked
package org.noteworthy.cli;

import org.jspecify.annotations.NullMarked;
