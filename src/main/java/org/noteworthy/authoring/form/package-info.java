/** Rules as forms: what a rule says, taken apart for people who would rather choose than write, and written again. */
@NullMarked
package org.noteworthy.authoring.form;

import org.jspecify.annotations.NullMarked;
