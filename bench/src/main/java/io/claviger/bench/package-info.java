/** Benchmarks, each against a baseline measured in the same run. */
@NullMarked
package io.claviger.bench;

import org.jspecify.annotations.NullMarked;
