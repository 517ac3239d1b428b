package io.claviger.server.road;

import io.claviger.access.Caller;
import io.claviger.access.Credential;
import io.claviger.access.KeyEnd;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.LongContent;
import io.claviger.server.http.Accept;
import io.claviger.server.http.Answer;
import io.claviger.server.road.Handled.Outcome.Done;
import io.claviger.server.road.Handled.Outcome.Failed;
import io.claviger.server.road.Handled.Stage;
import io.claviger.server.road.Handled.Stage.Bound;
import io.claviger.server.road.Handled.Stage.Signed;
import io.claviger.server.road.Handled.Stage.Unsigned;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Refusal;
import io.claviger.wire.AnswerFormat;
import io.claviger.wire.ResponseWriter;
import io.claviger.wire.Service;
import io.claviger.wire.ServiceModel;
import io.claviger.wire.StreamedResponse;
import io.claviger.wire.WireError;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;

/** Writes what became of a request in AWS's form, refusals of every stage among it. */
final class Answers {

    private static final String REQUEST_ID = "x-amzn-RequestId";

    /** A header of Claviger's own: from this moment on, the access key is refused. */
    private static final String KEY_ENDS = "x-claviger-access-key-ends";

    private static final byte[] NOTHING = {};
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Header RETRY_AFTER = new Header("Retry-After", "1");

    private Answers() {}

    /** The answer to a request that has come down the road. */
    static Answer of(Handled handled) {
        String requestId = handled.inFlight().requestId();
        List<Header> headers = headers(handled);
        HttpRequest request = handled.inFlight().incoming().request();
        Service service = service(handled.reached(), request.query());
        AnswerFormat format = format(request);
        return switch (handled.outcome()) {
            case Done done -> done(format, service, done, requestId, withOwn(headers, done.response()));
            case Failed failed ->
                new Answer(
                        failed.error().status(),
                        format.contentType(),
                        ResponseWriter.error(format, service, failed.error(), requestId),
                        headers);
        };
    }

    private static Answer done(
            AnswerFormat format, Service service, Done done, String requestId, List<Header> headers) {
        InputStream content = LongContent.of(done.response()).orElse(null);
        if (content == null) {
            byte[] whole = ResponseWriter.response(format, service, done.model(), done.response(), requestId);
            return new Answer(OK, format.contentType(), whole, headers);
        }
        StreamedResponse around = ResponseWriter.streamed(format, service, done.model(), done.response(), requestId);
        return new Answer(OK, format.contentType(), NOTHING, headers, out -> around.write(content, out));
    }

    /** The headers of every answer, whether it is XML or JSON. */
    static List<Header> headers(Handled handled) {
        Header id = new Header(REQUEST_ID, handled.inFlight().requestId());
        if (handled.outcome() instanceof Failed failed && failed.error().status() == UNAVAILABLE) {
            return List.of(id, RETRY_AFTER);
        }
        KeyEnd end = nearEnd(handled);
        return end == null
                ? List.of(id)
                : List.of(id, new Header(KEY_ENDS, end.time().toString()));
    }

    /** The headers of every answer, and those that an operation adds. */
    private static List<Header> withOwn(List<Header> headers, AwsResponse response) {
        if (response.sdkHttpResponse() == null) {
            return headers;
        }
        List<Header> all = new ArrayList<>(headers);
        response.sdkHttpResponse()
                .forEachHeader((name, values) -> values.forEach(value -> all.add(new Header(name, value))));
        return all;
    }

    /** When the access key that signed the request ends by itself; null if that is never, or not soon. */
    private static @Nullable KeyEnd nearEnd(Handled handled) {
        Caller caller = handled.reached() instanceof Bound bound ? bound.caller() : null;
        KeyEnd end = caller != null && caller.credential() instanceof Credential.LongTerm key ? key.end() : null;
        return end != null && end.isNear(handled.inFlight().at()) ? end : null;
    }

    /** JSON if the request asks for it by name, and for nothing else more; XML is what nobody need ask for. */
    private static AnswerFormat format(HttpRequest request) {
        for (String range : Accept.ranges(request)) {
            switch (range) {
                case "application/json" -> {
                    return AnswerFormat.JSON;
                }
                case "text/xml", "application/xml", "text/*", "application/*", "*/*" -> {
                    return AnswerFormat.XML;
                }
                default -> {}
            }
        }
        return AnswerFormat.XML;
    }

    /** A signature's refusal. */
    static WireError error(Refusal refusal) {
        return new WireError(refusal.code().wireCode(), refusal.code().httpStatus(), refusal.message());
    }

    /** A refusal by the gate or the operation, with the status that the service's model gives its code. */
    static WireError error(Bound bound, ErrorCode code, String message) {
        return ServiceModel.of(bound.service()).error(code.wireName(), message);
    }

    /** Whose form an answer takes: before a signature is known, what the request claims to be for is good enough. */
    private static Service service(Stage reached, String query) {
        return switch (reached) {
            case Unsigned _ -> query.contains(Service.STS.version()) ? Service.STS : Service.IAM;
            case Signed signed -> signed.service();
            case Bound bound -> bound.service();
        };
    }
}
