package io.claviger.server.signin;

import io.claviger.access.Session;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Temporary credentials as a {@code credential_process} prints them.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">Process credential
 *     provider</a>
 */
final class IssuedCredentials {

    private static final JsonFactory JSON = new JsonFactory();

    private IssuedCredentials() {}

    static String json(Session session, String token) {
        StringWriter text = new StringWriter();
        try (JsonGenerator object = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            object.writeStartObject();
            object.writeNumberProperty("Version", 1);
            object.writeStringProperty("AccessKeyId", session.credential().accessKeyId());
            object.writeStringProperty("SecretAccessKey", session.secret());
            object.writeStringProperty("SessionToken", token);
            object.writeStringProperty(
                    "Expiration", session.credential().expiresAt().toString());
            object.writeEndObject();
        }
        return text.append('\n').toString();
    }
}
