package io.claviger.wire;

/**
 * What stands around an operation's result in an answer. Immutable.
 *
 * @param head all before the result
 * @param tail all between the result and the request's ID
 * @param end all after that
 */
record Envelope(Markup head, Markup tail, Markup end) {

    /**
     * The envelope of a form.
     *
     * @param wrapper the name of the result's element; empty for an operation without one
     */
    static Envelope of(AnswerFormat format, Service service, String operation, String wrapper) {
        String root = operation + "Response";
        return switch (format) {
            case XML -> xml(service.namespace(), root, wrapper);
            case JSON -> json(root, wrapper);
        };
    }

    private static Envelope xml(String namespace, String root, String wrapper) {
        String open = wrapper.isEmpty() ? "" : "<" + wrapper + ">";
        String close = wrapper.isEmpty() ? "" : "</" + wrapper + ">";
        return new Envelope(
                Markup.of("<" + root + " xmlns=\"" + namespace + "\">" + open),
                Markup.of(close + "<ResponseMetadata><RequestId>"),
                Markup.of("</RequestId></ResponseMetadata></" + root + ">\n"));
    }

    private static Envelope json(String root, String wrapper) {
        String open = wrapper.isEmpty() ? "" : "\"" + wrapper + "\":";
        String close = wrapper.isEmpty() ? "" : ",";
        return new Envelope(
                Markup.of("{\"" + root + "\":{" + open),
                Markup.of(close + "\"ResponseMetadata\":{\"RequestId\":"),
                Markup.of("}}}"));
    }
}
