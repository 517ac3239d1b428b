package io.claviger.powershell.operator;

import org.jspecify.annotations.Nullable;

/**
 * What a method returned.
 *
 * @param value its value; {@code null} is one too
 */
record MethodResult(@Nullable Object value) {}
