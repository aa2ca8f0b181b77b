/** Tests of the rule lint. */
@org.jspecify.annotations.NullMarked
package org.noteworthy.playbooks.lint;
