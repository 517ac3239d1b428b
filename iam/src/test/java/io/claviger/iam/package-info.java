@NullMarked
package io.claviger.iam;

import org.jspecify.annotations.NullMarked;
