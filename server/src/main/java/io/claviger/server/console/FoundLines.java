package io.claviger.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.operations.explanation.WhoCan;
import io.claviger.operations.explanation.WhoCan.Able;
import io.claviger.operations.explanation.WhoCan.Search;
import io.claviger.server.http.Answer;
import io.claviger.sigv4.Header;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a search finds, one JSON value a line: those who may, and how far it has come. The lines are sent as they come, so that
 * a search whose reader has gone ends.
 *
 * @see <a href="https://github.com/ndjson/ndjson-spec">NDJSON</a>
 */
final class FoundLines implements WhoCan.Listener {

    private static final String TYPE = "application/x-ndjson";
    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;

    private FoundLines(OutputStream out) {
        this.out = out;
    }

    static Answer of(Search search) {
        return new Answer(200, TYPE, new byte[0], List.of(new Header("Cache-Control", "no-store")), out -> {
            BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
            try {
                search.run(new FoundLines(buffered));
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
            buffered.flush();
        });
    }

    @Override
    public void found(Able able) {
        line(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("principal");
            json.writeStringProperty("arn", able.arn());
            json.writeStringProperty("type", able.type());
            json.writeStringProperty("name", able.name());
            json.writeEndObject();
            json.writeStringProperty("decision", "allowed");
            json.writeArrayPropertyStart("because");
            able.because().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @Override
    public void progress(long seen, long of) {
        line(json -> {
            json.writeStartObject();
            json.writeNumberProperty("seen", seen);
            json.writeNumberProperty("of", of);
            json.writeEndObject();
        });
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(Json.Writing value) {
        try {
            out.write(Json.of(value).getBytes(UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
