/** The Security Token Service: who am I, and temporary credentials. */
@NullMarked
package io.claviger.operations.sts;

import org.jspecify.annotations.NullMarked;
