/**
 * JSON text with positions: a recursive descent reader that keeps line, column and offset of every value, refuses
 * duplicate keys, limits depth and never throws. Knows nothing of policies.
 */
@NullMarked
package io.claviger.policy.json;

import org.jspecify.annotations.NullMarked;
