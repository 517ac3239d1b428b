/** The policy language once more, written from AWS's documentation in the slow and obvious way, to check the engine by. */
@NullMarked
package io.claviger.policy.reference;

import org.jspecify.annotations.NullMarked;
