/** Regular expressions and searches of rules, in linear time and bounded. */
@NullMarked
package org.noteworthy.playbooks.language.pattern;

import org.jspecify.annotations.NullMarked;
