/** Policy documents with places for values: what role templates and delegation requests are made of. */
@NullMarked
package io.claviger.operations.template;

import org.jspecify.annotations.NullMarked;
