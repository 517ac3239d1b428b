/**
 * Requests and responses of STS that AWS's API has and its SDK for Java does not have yet, in the form of the SDK's own
 * model classes. A class is removed when the SDK brings it.
 */
@NullMarked
package io.claviger.model.sts;

import org.jspecify.annotations.NullMarked;
