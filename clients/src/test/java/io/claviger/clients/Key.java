package io.claviger.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client signs with; the token is there when the credentials are temporary. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Key(String id, String secret, @Nullable String token) {

    /** From the member {@code AccessKey} or {@code Credentials} of a response. */
    static Key from(JsonNode credentials) {
        return new Key(
                credentials.path("AccessKeyId").asString(),
                credentials.path("SecretAccessKey").asString(),
                credentials.path("SessionToken").asString(null));
    }

    Key withSecret(String other) {
        return new Key(id, other, token);
    }

    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
