package io.claviger.wire;

import software.amazon.awssdk.core.SdkPojo;

/**
 * Writes responses and errors as the query protocol's XML, without a declaration, in UTF-8. Thread-safe: keeps nothing.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">awsQuery</a>
 */
public final class ResponseWriter {

    private static final Markup ERROR_OPEN = Markup.of("<ErrorResponse xmlns=\"");
    private static final Markup ERROR_TYPE = Markup.of("\"><Error><Type>");
    private static final Markup ERROR_CODE = Markup.of("</Type><Code>");
    private static final Markup ERROR_MESSAGE = Markup.of("</Code><Message>");
    private static final Markup ERROR_ID = Markup.of("</Message></Error><RequestId>");
    private static final Markup ERROR_CLOSE = Markup.of("</RequestId></ErrorResponse>\n");

    private ResponseWriter() {}

    /**
     * An operation's response. Members that are not set are left out, empty lists are empty elements; policies are
     * given plain and leave percent-encoded where AWS encodes them.
     *
     * @throws IllegalArgumentException if the response is not the operation's
     */
    public static byte[] response(Service service, OperationModel operation, SdkPojo response, String requestId) {
        OperationModel.Output output = operation.output();
        if (operation.service() != service || !output.responseClass().isInstance(response)) {
            throw new IllegalArgumentException("Not a response of " + operation);
        }
        XmlBuffer xml = new XmlBuffer();
        xml.markup(output.head());
        output.shape().write(response, xml);
        xml.markup(output.tail());
        xml.text(requestId);
        xml.markup(output.end());
        return xml.toByteArray();
    }

    /** A refusal. */
    public static byte[] error(Service service, WireError error, String requestId) {
        XmlBuffer xml = new XmlBuffer();
        xml.markup(ERROR_OPEN);
        xml.text(Quirks.errorNamespace(service, error));
        xml.markup(ERROR_TYPE);
        xml.text(error.type());
        xml.markup(ERROR_CODE);
        xml.text(error.code());
        xml.markup(ERROR_MESSAGE);
        xml.text(error.message());
        xml.markup(ERROR_ID);
        xml.text(requestId);
        xml.markup(ERROR_CLOSE);
        return xml.toByteArray();
    }
}
