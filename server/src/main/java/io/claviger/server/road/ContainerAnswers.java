package io.claviger.server.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.iam.AccessKeyIds;
import io.claviger.server.http.Answer;
import io.claviger.server.road.Handled.Outcome.Done;
import io.claviger.server.road.Handled.Outcome.Failed;
import io.claviger.sigv4.Header;
import io.claviger.wire.WireError;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Answers of AssumeRoleWithWebIdentity in the JSON in which AWS's SDKs expect the credentials of containers. */
final class ContainerAnswers {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String JSON_TYPE = "application/json";
    private static final Header NOT_STORED = new Header("Cache-Control", "no-store");
    private static final int OK = 200;

    private ContainerAnswers() {}

    /** The answer to a request that has come down the road. */
    static Answer of(Handled handled) {
        Answer answer = switch (handled.outcome()) {
            case Done done -> credentials(((AssumeRoleWithWebIdentityResponse) done.response()).credentials());
            case Failed failed -> refusal(failed.error());
        };
        return answer.with(Answers.headers(handled));
    }

    private static Answer credentials(Credentials credentials) {
        return answer(OK, json -> {
            json.writeStringProperty("AccessKeyId", credentials.accessKeyId());
            json.writeStringProperty("SecretAccessKey", credentials.secretAccessKey());
            json.writeStringProperty("Token", credentials.sessionToken());
            json.writeStringProperty("Expiration", credentials.expiration().toString());
            AccessKeyIds.accountOf(credentials.accessKeyId())
                    .ifPresent(account -> json.writeStringProperty("AccountId", account));
        });
    }

    /** A refusal. The SDKs do not agree on how its members are spelled. */
    static Answer refusal(WireError error) {
        return answer(error.status(), json -> {
            json.writeStringProperty("code", error.code());
            json.writeStringProperty("message", error.message());
            json.writeStringProperty("Code", error.code());
            json.writeStringProperty("Message", error.message());
        });
    }

    private static Answer answer(int status, Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return new Answer(status, JSON_TYPE, text.toString().getBytes(UTF_8), List.of(NOT_STORED));
    }
}
