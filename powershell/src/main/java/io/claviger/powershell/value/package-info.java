/**
 * What flows through pipelines. A value is plain Java:
 *
 * <ul>
 *   <li>{@code null}, {@link String}, {@link Boolean};
 *   <li>numbers: {@link Integer}, {@link Long}, {@link Double}, {@link java.math.BigDecimal};
 *   <li>date-times: {@link io.claviger.powershell.value.Moment}; spans of time: {@link java.time.Duration};
 *   <li>bytes: {@code byte[]}, never changed after they were handed on;
 *   <li>arrays: {@link java.util.List}, whose items are values;
 *   <li>{@link io.claviger.powershell.value.Hashtable}, {@link io.claviger.powershell.value.ScriptBlock},
 *       {@link io.claviger.powershell.value.ErrorRecord};
 *   <li>everything else: {@link io.claviger.powershell.value.ShellObject}, a type's name and named, ordered properties.
 * </ul>
 *
 * <p>An enumeration of a service is a {@code String}.
 */
@NullMarked
package io.claviger.powershell.value;

import org.jspecify.annotations.NullMarked;
