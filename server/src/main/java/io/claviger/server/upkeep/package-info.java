/** Commands on a data directory, beside the server or while it is stopped: backup, another sealing key, lost credentials. */
@NullMarked
package io.claviger.server.upkeep;

import org.jspecify.annotations.NullMarked;
