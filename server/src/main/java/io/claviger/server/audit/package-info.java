/** Who called what, when, from where and with what outcome: one line a call, in the shape of AWS CloudTrail's records. */
@NullMarked
package io.claviger.server.audit;

import org.jspecify.annotations.NullMarked;
