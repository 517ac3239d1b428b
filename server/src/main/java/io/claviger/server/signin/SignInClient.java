package io.claviger.server.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The other end of {@link SignInEndpoint}. Immutable. */
public final class SignInClient {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int MAX_ANSWER = 64 * 1024;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MOST_ATTEMPTS = 120;

    private final URI endpoint;
    private final Optional<Path> trusted;

    /**
     * Signs in at the server with this URL.
     *
     * @param trusted a file of the certificates to trust, instead of those that the JDK trusts
     */
    public SignInClient(URI endpoint, Optional<Path> trusted) {
        this.endpoint = endpoint;
        this.trusted = trusted;
    }

    /**
     * What somebody fills in.
     *
     * @param account its ID or its alias
     * @param newPassword to be set instead of the password
     */
    public record Filled(
            String account, String userName, String password, Optional<String> newPassword, Optional<String> code) {

        /** The same with a new password. */
        public Filled withNewPassword(String other) {
            return new Filled(account, userName, password, Optional.of(other), code);
        }

        /** The same with the code of an MFA device. */
        public Filled withCode(String shown) {
            return new Filled(account, userName, password, newPassword, Optional.of(shown));
        }

        private String encoded() {
            return "AccountId=" + encoded(account) + "&UserName=" + encoded(userName) + "&Password="
                    + encoded(password)
                    + newPassword.map(text -> "&NewPassword=" + encoded(text)).orElse("")
                    + code.map(text -> "&MFACode=" + encoded(text)).orElse("");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Filled[" + account + ", " + userName + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * Signed in.
         *
         * @param json as the server gave it, fit for a {@code credential_process}
         * @param variables the environment's variables that make AWS clients use it
         */
        record SignedIn(String json, Map<String, String> variables) implements Outcome {

            @Override
            public String toString() {
                return "SignedIn[…]";
            }
        }

        /** Not signed in, for this reason. */
        record Failed(String message) implements Outcome {}

        /** The password is right, but has to be replaced. */
        record NewPasswordNeeded() implements Outcome {}

        /** The password is right, but a code of an MFA device has to come with it. */
        record CodeNeeded() implements Outcome {}
    }

    /**
     * Signs in. If the server has no place for the attempt, because many others try, tries again,
     * for two minutes at least.
     */
    public Outcome signIn(Filled filled) {
        String form = filled.encoded();
        try {
            for (int attempt = 1; ; attempt++) {
                HttpURLConnection connection = post(form);
                int status = connection.getResponseCode();
                if (status != TOO_MANY_REQUESTS || attempt == MOST_ATTEMPTS) {
                    return outcome(connection, status);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        } catch (ServerTrust.Unusable e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome.Failed(endpoint + " " + Unreachable.reason(e, trusted));
        } catch (JacksonException e) {
            return new Outcome.Failed(endpoint + " does not answer as Claviger does");
        }
    }

    private static Outcome outcome(HttpURLConnection connection, int status) throws IOException {
        Map<String, String> answer = new HashMap<>();
        String text = text(connection, status);
        read(text, answer);
        return status == HttpURLConnection.HTTP_OK ? signedIn(text, answer) : failed(status, answer);
    }

    private static Outcome signedIn(String text, Map<String, String> answer) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_ACCESS_KEY_ID", answer.getOrDefault("AccessKeyId", ""));
        variables.put("AWS_SECRET_ACCESS_KEY", answer.getOrDefault("SecretAccessKey", ""));
        variables.put("AWS_SESSION_TOKEN", answer.getOrDefault("SessionToken", ""));
        // A shell evaluates them: what it would take for more than text is not from a server of ours.
        return variables.values().stream().allMatch(value -> value.matches("[A-Za-z0-9+/=_-]+"))
                ? new Outcome.SignedIn(text, variables)
                : new Outcome.Failed("the answer holds no credentials");
    }

    private static Outcome failed(int status, Map<String, String> answer) {
        if (SignInRefusal.CODE_NEEDED.equals(answer.get("Code"))) {
            return new Outcome.CodeNeeded();
        }
        if (SignInRefusal.NEW_PASSWORD_NEEDED.equals(answer.get("Code"))) {
            return new Outcome.NewPasswordNeeded();
        }
        return new Outcome.Failed(answer.getOrDefault("Message", "the server answered with status " + status));
    }

    private HttpURLConnection post(String form) throws IOException {
        if (!(endpoint.resolve("/sign-in").toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("it is not the http or https URL of a server");
        }
        if (connection instanceof HttpsURLConnection secure && trusted.isPresent()) {
            secure.setSSLSocketFactory(ServerTrust.in(trusted.get()).getSocketFactory());
        }
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(form.getBytes(StandardCharsets.US_ASCII));
        }
        return connection;
    }

    private static String text(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            return in == null ? "" : new String(in.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8);
        }
    }

    /** Every text of the answer under its own name, whatever object it stands in. */
    private static void read(String text, Map<String, String> into) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && parser.currentName() != null) {
                    into.put(parser.currentName(), parser.getString());
                }
            }
        }
    }
}
