package io.claviger.iam;

import org.jspecify.annotations.Nullable;

/**
 * An entity whose permissions a boundary can bind. Immutable.
 *
 * @param <E> the entity's own type
 */
public interface Bounded<E extends Bounded<E>> {

    /** The same entity within this boundary, the ARN of a managed policy; null for none. */
    E bounded(@Nullable String policyArn);
}
