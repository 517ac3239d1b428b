/** The server inside a Java program. */
@NullMarked
package io.claviger.embedded;

import org.jspecify.annotations.NullMarked;
