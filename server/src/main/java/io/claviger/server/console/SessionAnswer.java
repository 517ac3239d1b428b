package io.claviger.server.console;

import io.claviger.access.Principal;
import io.claviger.access.Session;
import io.claviger.iam.ConsoleSession;
import io.claviger.server.command.Version;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What a page needs of the one who is signed in: credentials to sign calls with, who it is, and when signing in has to be
 * done again.
 *
 * @param alias the account's
 * @param session that the browser has; the credentials are of it and end sooner
 */
record SessionAnswer(Session made, String token, Principal principal, Optional<String> alias, ConsoleSession session)
        implements Json.Writing {

    @Override
    public void to(JsonGenerator json) {
        json.writeStartObject();
        json.writeObjectPropertyStart("credentials");
        json.writeStringProperty("accessKeyId", made.credential().accessKeyId());
        json.writeStringProperty("secretAccessKey", made.secret());
        json.writeStringProperty("sessionToken", token);
        json.writeStringProperty("expiration", made.credential().expiresAt().toString());
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
        json.writeObjectPropertyStart("session");
        json.writeStringProperty("startedAt", session.startedAt().toString());
        json.writeStringProperty("endsAt", session.endsAt().toString());
        json.writeStringProperty("endsUnusedAt", endsUnusedAt().toString());
        Instant secondFactor = made.credential().details().authenticatedAt();
        if (secondFactor != null) {
            json.writeStringProperty("secondFactorAt", secondFactor.toString());
        }
        json.writeEndObject();
        json.writeStringProperty("version", Version.current());
        json.writeEndObject();
    }

    /** When it ends if nobody uses it. */
    private Instant endsUnusedAt() {
        Instant idle = session.lastUsedAt().plus(ConsoleSessions.IDLE);
        return idle.isBefore(session.endsAt()) ? idle : session.endsAt();
    }

    @Override
    public String toString() {
        return "SessionAnswer[" + principal.arn() + "]";
    }
}
