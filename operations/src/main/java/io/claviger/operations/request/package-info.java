/** What requests bring and answers show, whatever the operation: names, paths, tags, pages, shapes. */
@NullMarked
package io.claviger.operations.request;

import org.jspecify.annotations.NullMarked;
