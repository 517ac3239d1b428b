package io.claviger.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as pages with a form need: it keeps cookies, and follows no redirect by itself. */
final class FormVisitor implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final HttpClient client;

    private FormVisitor(HttpClient client) {
        this.client = client;
    }

    /** One who trusts these certificates alone. */
    static FormVisitor trusting(Certificates certificates) {
        try {
            return new FormVisitor(HttpClient.newBuilder()
                    .sslContext(certificates.trusting())
                    .cookieHandler(new BrowserCookies())
                    .build());
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends cookies as browsers do: Java quotes those with a Max-Age, which it takes for cookies of RFC 2965. */
    private static final class BrowserCookies extends CookieManager {

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
        }
    }

    HttpResponse<String> get(String url) {
        return sent(HttpRequest.newBuilder(URI.create(url)));
    }

    HttpResponse<String> post(String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return sent(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Fills in the form of a page. */
    HttpResponse<String> submit(String page, Map<String, String> fields) {
        return post(found(FORM, page).replace("&amp;", "&"), fields);
    }

    HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The first group of a pattern that must be in a page. */
    static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("there is no " + pattern + " in " + page);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
