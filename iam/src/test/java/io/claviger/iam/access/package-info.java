@NullMarked
package io.claviger.iam.access;

import org.jspecify.annotations.NullMarked;
