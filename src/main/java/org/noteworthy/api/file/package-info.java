/**
 * The calls that take files and folders as they are: what is sent lies in a temporary file until it was checked by the same
 * readers and reporters as on the command line. Start reading at {@link org.noteworthy.api.file.FilesResource}.
 */
@NullMarked
package org.noteworthy.api.file;

import org.jspecify.annotations.NullMarked;
