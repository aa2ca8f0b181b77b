/** Compiles rules, verifies their byte code, keeps it, and loads it into the engine. */
@NullMarked
package org.noteworthy.playbooks.engine;

import org.jspecify.annotations.NullMarked;
