/** What the rules and tables of one edition may say, as data for editors: to complete what is typed, and to explain it. */
@NullMarked
package org.noteworthy.authoring.vocabulary;

import org.jspecify.annotations.NullMarked;
