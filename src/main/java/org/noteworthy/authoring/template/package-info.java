/**
 * Notes to begin with: empty, and right by an edition once their places are filled in. Everything in them comes from the
 * edition's tables and rules. Start reading at {@link org.noteworthy.authoring.template.Templates}.
 */
@NullMarked
package org.noteworthy.authoring.template;

import org.jspecify.annotations.NullMarked;
