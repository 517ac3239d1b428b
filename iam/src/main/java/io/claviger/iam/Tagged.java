package io.claviger.iam;

import java.util.List;

/**
 * An entity that has tags. Immutable.
 *
 * @param <E> the entity's own type
 */
public interface Tagged<E extends Tagged<E>> {

    /** The entity's unique ID. */
    String id();

    /** Its tags. */
    List<Tag> tags();

    /** The same entity with these tags instead. */
    E tagged(List<Tag> others);
}
