package io.claviger.server.console;

import io.claviger.iam.store.StoreFailure;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.sigv4.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything below {@code console/}: the pages, and the calls that they make beside the API's. Each call is a POST of JSON
 * with a header that no form and no foreign page can send, so that no other site acts in the name of somebody who is signed
 * in. Thread-safe.
 */
public final class ConsoleEndpoint implements Endpoint {

    /** Where it is. */
    public static final String PATH = "/console";

    /** What it answers itself, if only by refusing. */
    public static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleEndpoint.class);
    private static final String ITSELF = "..";
    private static final Set<String> PATIENT = Set.of("sign-in", "single-sign-on/start", "single-sign-on/done");
    private static final String OURS = "X-Claviger-Console";
    private static final String JSON = "application/json";
    private static final int LARGEST = 64 * 1024;

    private final Pages pages;
    private final CatalogFiles catalog = new CatalogFiles();
    private final Map<String, Call> calls;
    private final Map<String, Look> looks;
    private final String prefix;

    /** Answers a call whose body is known. */
    interface Call {
        /** The answer, without the headers that all have. */
        Answer answer(Browser browser, Map<String, Object> body);
    }

    /** Answers what is only looked at. */
    interface Look {
        /** The answer, without the headers that all have. */
        Answer answer(Browser browser);
    }

    /**
     * Serves these pages and takes these calls.
     *
     * @param looks what is not called, but only looked at
     * @param prefix what may stand before {@value #PATH} in paths; empty for nothing
     */
    ConsoleEndpoint(Pages pages, Map<String, Call> calls, Map<String, Look> looks, String prefix) {
        this.pages = pages;
        this.calls = Map.copyOf(calls);
        this.looks = Map.copyOf(looks);
        this.prefix = prefix;
    }

    /** Whether there are pages to serve. */
    public boolean hasPages() {
        return pages.areThere();
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        Browser browser = new Browser(incoming);
        return unprotected(browser).with(SecurityHeaders.of(browser));
    }

    /** Attempts to sign in wait for their turn, while others must not wait for them. */
    @Override
    public boolean isPatient(IncomingRequest incoming) {
        return PATIENT.contains(below(incoming));
    }

    private Answer unprotected(Browser browser) {
        String path = below(browser.incoming());
        String method = browser.incoming().request().method();
        Call call = calls.get(path);
        if (call != null) {
            return method.equals("POST") ? called(browser, call) : notAllowed("POST");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return notAllowed("GET, HEAD");
        }
        if (path.equals(ITSELF)) {
            return moved();
        }
        Look look = looks.get(path);
        if (look != null) {
            return safely(() -> look.answer(browser));
        }
        return CatalogFiles.has(path) ? catalog.at(path, browser) : pages.at(path, browser);
    }

    /** What stands after {@code console/}; {@value #ITSELF} for {@code console} itself. */
    private String below(IncomingRequest incoming) {
        String path = incoming.request().path();
        int end = (path.startsWith(prefix + PATH) ? prefix.length() : 0) + PATH.length() + 1;
        return path.length() < end ? ITSELF : path.substring(end);
    }

    /** To the same with a slash, from where relative URLs lead below it. */
    private static Answer moved() {
        return new Answer(308, Answer.PLAIN, new byte[0], List.of(new Header("Location", "console/")));
    }

    private static Answer notAllowed(String allowed) {
        return Replies.error(
                405, "MethodNotAllowed", "Only " + allowed + " is answered here", new Header("Allow", allowed));
    }

    private static Answer called(Browser browser, Call call) {
        if (browser.header(OURS).isEmpty() || !browser.isFromConsole()) {
            return Replies.error(403, "ForeignOrigin", "Only pages of the console are answered");
        }
        if (browser.header("Content-Type").filter(ConsoleEndpoint::isJson).isEmpty()) {
            return Replies.error(415, "UnsupportedMediaType", "The body must be " + JSON);
        }
        if (browser.incoming().request().body().length > LARGEST) {
            return Replies.error(413, "RequestTooLarge", "The body is longer than " + LARGEST + " bytes");
        }
        try {
            Map<String, Object> body = Json.object(browser.incoming().request().body());
            return safely(() -> call.answer(browser, body));
        } catch (NotJson e) {
            return Replies.error(400, "ValidationError", "The body is not a JSON object of what is asked for");
        }
    }

    private static Answer safely(Supplier<Answer> answer) {
        try {
            return answer.get();
        } catch (StoreFailure e) {
            LOG.error("cannot answer a call of the console", e);
            return Replies.error(503, "ServiceUnavailable", "The service is unavailable");
        }
    }

    private static boolean isJson(String type) {
        return Optional.of(type.split(";", 2)[0].strip())
                .filter(JSON::equalsIgnoreCase)
                .isPresent();
    }
}
