package io.claviger.wire;

/** The form in which a client wants its answers, errors among them. */
public enum AnswerFormat {
    /** XML, which AWS's SDKs read and which is sent if nothing else is asked for. */
    XML("text/xml"),
    /** JSON, which AWS's query services send if the header {@code Accept} asks for it. */
    JSON("application/json");

    private final String contentType;

    AnswerFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The value of the header {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    AnswerBuffer newBuffer() {
        return switch (this) {
            case XML -> new XmlBuffer();
            case JSON -> new JsonBuffer();
        };
    }
}
