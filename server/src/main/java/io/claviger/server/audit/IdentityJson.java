package io.claviger.server.audit;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes who called as CloudTrail's {@code userIdentity}, and keeps what it wrote for those who called last: they mostly
 * call again, and it is half of a line. For one thread.
 */
final class IdentityJson {

    private static final int KEPT = 256;
    private static final float USUAL_LOAD = 0.75f;

    private final JsonFactory json;
    private final Map<AuditedIdentity, SerializableString> latest = new LinkedHashMap<>(KEPT, USUAL_LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AuditedIdentity, SerializableString> eldest) {
            return size() > KEPT;
        }
    };

    IdentityJson(JsonFactory json) {
        this.json = json;
    }

    /** The value of {@code userIdentity}. */
    SerializableString json(AuditedIdentity identity) {
        SerializableString known = latest.get(identity);
        if (known != null) {
            return known;
        }
        SerializableString written = write(identity);
        latest.put(identity, written);
        return written;
    }

    private SerializableString write(AuditedIdentity identity) {
        StringWriter text = new StringWriter();
        try (JsonGenerator object = json.createGenerator(ObjectWriteContext.empty(), text)) {
            object.writeStartObject();
            object.writeStringProperty("type", identity.type());
            BoundedText.write(object, "principalId", identity.principalId());
            BoundedText.write(object, "arn", identity.arn());
            BoundedText.write(object, "accountId", identity.accountId());
            BoundedText.write(object, "accessKeyId", identity.accessKeyId());
            BoundedText.write(object, "userName", identity.userName());
            BoundedText.write(object, "identityProvider", identity.identityProvider());
            AuditedIdentity.Session session = identity.session();
            if (session != null) {
                session(object, session);
            }
            object.writeEndObject();
        }
        return new SerializedString(text.toString());
    }

    private static void session(JsonGenerator object, AuditedIdentity.Session session) {
        object.writeName("sessionContext");
        object.writeStartObject();
        AuditedIdentity.Issuer issuer = session.issuer();
        if (issuer != null) {
            object.writeName("sessionIssuer");
            object.writeStartObject();
            object.writeStringProperty("type", issuer.type());
            BoundedText.write(object, "principalId", issuer.principalId());
            BoundedText.write(object, "arn", issuer.arn());
            BoundedText.write(object, "accountId", issuer.accountId());
            BoundedText.write(object, "userName", issuer.userName());
            object.writeEndObject();
        }
        object.writeName("attributes");
        object.writeStartObject();
        object.writeStringProperty(
                "creationDate",
                session.creationDate().truncatedTo(ChronoUnit.SECONDS).toString());
        object.writeStringProperty("mfaAuthenticated", Boolean.toString(session.mfaAuthenticated()));
        object.writeEndObject();
        BoundedText.write(object, "sourceIdentity", session.sourceIdentity());
        object.writeEndObject();
    }
}
