/** Tests of the rule language. */
@org.jspecify.annotations.NullMarked
package org.noteworthy.playbooks.language;
