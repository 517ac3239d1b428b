package io.claviger.server.console;

import io.claviger.access.Principal;
import io.claviger.access.SessionTokens.Session;
import io.claviger.server.command.Version;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What a page needs of the one who is signed in: credentials to sign calls with, and who it is.
 *
 * @param alias the account's
 */
record SessionAnswer(Session session, String token, Principal principal, Optional<String> alias)
        implements Json.Writing {

    @Override
    public void to(JsonGenerator json) {
        json.writeStartObject();
        json.writeObjectPropertyStart("credentials");
        json.writeStringProperty("accessKeyId", session.credential().accessKeyId());
        json.writeStringProperty("secretAccessKey", session.secret());
        json.writeStringProperty("sessionToken", token);
        json.writeStringProperty("expiration", session.credential().expiresAt().toString());
        json.writeEndObject();
        json.writeObjectPropertyStart("person");
        json.writeStringProperty("arn", principal.arn());
        json.writeStringProperty("account", principal.accountId());
        alias.ifPresent(name -> json.writeStringProperty("alias", name));
        json.writeBooleanProperty("root", principal instanceof Principal.RootUser);
        if (principal instanceof Principal.IamUser user) {
            json.writeStringProperty("userName", user.user().name());
        }
        if (principal instanceof Principal.AssumedRole role) {
            json.writeStringProperty("role", role.role().name());
            json.writeStringProperty("userName", role.sessionName());
        }
        json.writeEndObject();
        json.writeStringProperty("version", Version.current());
        json.writeEndObject();
    }

    @Override
    public String toString() {
        return "SessionAnswer[" + principal.arn() + "]";
    }
}
