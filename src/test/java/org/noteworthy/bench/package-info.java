/**
 * How fast the product is, measured beside what somebody would write by hand for the same rules.
 *
 * <p>{@link org.noteworthy.bench.Benchmark} prints the figures ({@code ./mvnw -Pbench verify}) and asserts none of them.
 * {@link org.noteworthy.bench.Corpus} makes the notes, {@link org.noteworthy.bench.HandWrittenChecker} is the measure,
 * and a test holds the two checkers to the same reports. {@link org.noteworthy.bench.ServiceBenchmark} asks the packaged
 * service from outside.
 */
@NullMarked
package org.noteworthy.bench;

import org.jspecify.annotations.NullMarked;
