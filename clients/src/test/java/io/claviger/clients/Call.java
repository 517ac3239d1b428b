package io.claviger.clients;

import java.util.Map;

/**
 * One call of an operation, told as AWS's documentation tells it; every client turns it into its own words.
 *
 * @param service {@code iam} or {@code sts}
 * @param operation such as {@code ListUsers}
 * @param input the operation's parameters: strings, numbers, and lists and maps of them
 */
public record Call(Key key, String service, String operation, Map<String, ?> input) {

    static Call iam(Key key, String operation, Map<String, ?> input) {
        return new Call(key, "iam", operation, input);
    }

    static Call iam(Key key, String operation) {
        return new Call(key, "iam", operation, Map.of());
    }

    static Call sts(Key key, String operation, Map<String, ?> input) {
        return new Call(key, "sts", operation, input);
    }

    static Call sts(Key key, String operation) {
        return new Call(key, "sts", operation, Map.of());
    }
}
