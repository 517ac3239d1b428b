package io.claviger.clients;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a client made of the service's response. */
public sealed interface Answer {

    /** The response's members under AWS's names. */
    record Result(JsonNode members) implements Answer {}

    /**
     * The service refused.
     *
     * @param status the HTTP status, from clients that tell it
     * @param exception the class that the client raised, from clients that have classes
     */
    record Refusal(String code, String message, Optional<Integer> status, Optional<String> exception)
            implements Answer {}
}
