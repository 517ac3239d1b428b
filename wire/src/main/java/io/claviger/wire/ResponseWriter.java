package io.claviger.wire;

import software.amazon.awssdk.core.SdkPojo;

/**
 * Writes responses and errors in the form that the client wants, in UTF-8: the query protocol's XML, without a
 * declaration, or the same as JSON. Thread-safe: keeps nothing.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">awsQuery</a>
 */
public final class ResponseWriter {

    private static final Markup ERROR_OPEN = Markup.of("<ErrorResponse xmlns=\"");
    private static final Markup ERROR_TYPE = Markup.of("\"><Error><Type>");
    private static final Markup ERROR_CODE = Markup.of("</Type><Code>");
    private static final Markup ERROR_MESSAGE = Markup.of("</Code><Message>");
    private static final Markup ERROR_ID = Markup.of("</Message></Error><RequestId>");
    private static final Markup ERROR_ID_AFTER_CODE = Markup.of("</Code></Error><RequestId>");
    private static final Markup ERROR_CLOSE = Markup.of("</RequestId></ErrorResponse>\n");

    private static final Markup JSON_ERROR_OPEN = Markup.of("{\"Error\":{\"Code\":");
    private static final Markup JSON_ERROR_MESSAGE = Markup.of(",\"Message\":");
    private static final Markup JSON_ERROR_TYPE = Markup.of(",\"Type\":");
    private static final Markup JSON_ERROR_ID = Markup.of("},\"RequestId\":");
    private static final Markup JSON_ERROR_CLOSE = Markup.of("}");

    private ResponseWriter() {}

    /**
     * An operation's response. In XML, members that are not set are left out, and empty lists are empty elements; in
     * JSON they are null, and empty arrays. Policies are given plain and leave percent-encoded where AWS encodes them.
     *
     * @throws IllegalArgumentException if the response is not the operation's
     */
    public static byte[] response(
            AnswerFormat format, Service service, OperationModel operation, SdkPojo response, String requestId) {
        return written(format, service, operation, response, requestId).toByteArray();
    }

    /**
     * An operation's response, as {@link #response} writes it, of which the one blob is empty and follows in a stream.
     *
     * @throws IllegalArgumentException if the response is not the operation's
     */
    public static StreamedResponse streamed(
            AnswerFormat format, Service service, OperationModel operation, SdkPojo response, String requestId) {
        return written(format, service, operation, response, requestId).parted();
    }

    private static AnswerBuffer written(
            AnswerFormat format, Service service, OperationModel operation, SdkPojo response, String requestId) {
        OperationModel.Output output = operation.output();
        if (operation.service() != service || !output.responseClass().isInstance(response)) {
            throw new IllegalArgumentException("Not a response of " + operation);
        }
        Envelope envelope = output.envelope(format);
        AnswerBuffer answer = format.newBuffer();
        answer.markup(envelope.head());
        if (output.hasResult()) {
            output.shape().write(response, answer);
        }
        answer.markup(envelope.tail());
        answer.text(requestId);
        answer.markup(envelope.end());
        return answer;
    }

    /** A refusal. */
    public static byte[] error(AnswerFormat format, Service service, WireError error, String requestId) {
        AnswerBuffer answer = format.newBuffer();
        switch (format) {
            case XML -> xmlError(answer, service, error, requestId);
            case JSON -> jsonError(answer, error, requestId);
        }
        return answer.toByteArray();
    }

    private static void xmlError(AnswerBuffer answer, Service service, WireError error, String requestId) {
        answer.markup(ERROR_OPEN);
        answer.text(Quirks.errorNamespace(service, error));
        answer.markup(ERROR_TYPE);
        answer.text(error.type());
        answer.markup(ERROR_CODE);
        answer.text(error.code());
        if (error.message().isEmpty()) {
            answer.markup(ERROR_ID_AFTER_CODE);
        } else {
            answer.markup(ERROR_MESSAGE);
            answer.text(error.message());
            answer.markup(ERROR_ID);
        }
        answer.text(requestId);
        answer.markup(ERROR_CLOSE);
    }

    private static void jsonError(AnswerBuffer answer, WireError error, String requestId) {
        answer.markup(JSON_ERROR_OPEN);
        answer.text(error.code());
        if (!error.message().isEmpty()) {
            answer.markup(JSON_ERROR_MESSAGE);
            answer.text(error.message());
        }
        answer.markup(JSON_ERROR_TYPE);
        answer.text(error.type());
        answer.markup(JSON_ERROR_ID);
        answer.text(requestId);
        answer.markup(JSON_ERROR_CLOSE);
    }
}
