/** Where drafts are kept: in folders of this machine, or by a service. */
@NullMarked
package org.noteworthy.cli.draft.desk;

import org.jspecify.annotations.NullMarked;
