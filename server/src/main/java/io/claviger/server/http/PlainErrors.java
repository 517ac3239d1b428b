package io.claviger.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the listener itself refuses, it refuses in a line of plain text that repeats nothing of the request. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.PLAIN);
        Answers.guard(response);
        Content.Sink.write(response, true, HttpStatus.getMessage(response.getStatus()) + "\n", callback);
        return true;
    }
}
