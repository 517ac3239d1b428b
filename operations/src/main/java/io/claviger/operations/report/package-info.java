/** Reports on all of an account: its credentials, and who may do what in it. */
@NullMarked
package io.claviger.operations.report;

import org.jspecify.annotations.NullMarked;
