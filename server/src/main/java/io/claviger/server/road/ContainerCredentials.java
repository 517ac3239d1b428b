package io.claviger.server.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.federation.oidc.TokenRefused;
import io.claviger.federation.oidc.UnverifiedToken;
import io.claviger.server.arrival.SentHeader;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.wire.Parameters;
import io.claviger.wire.ParsedParameters;
import io.claviger.wire.Service;
import io.claviger.wire.WireError;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of a role for a program that shows a token of its identity provider, such as that of a Kubernetes service
 * account: what AWS's SDKs ask for by themselves if {@code AWS_CONTAINER_CREDENTIALS_FULL_URI} is set. A request is a call
 * of AssumeRoleWithWebIdentity in another form and goes the same road: verified, authorized, audited and counted. Only the
 * form of the answer differs: {@link ContainerAnswers}. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">Container credential
 *     provider</a>
 */
public final class ContainerCredentials implements Endpoint {

    /** Where it is: the path that the agent of EKS has. */
    public static final String PATH = "/v1/credentials";

    private static final String ROLE = "role";
    private static final String SESSION = "session";
    private static final String DURATION = "duration";
    private static final Set<String> TAKEN = Set.of(ROLE, SESSION, DURATION);

    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern BEARER = Pattern.compile("^(?i:bearer)(?: +|$)");

    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";
    private static final Pattern FOREIGN = Pattern.compile("[^\\w+=,.@-]+");
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 64;
    private static final String UNNAMED = "container";

    private final Road road;

    /** Credentials of the road's server. */
    public ContainerCredentials(Road road) {
        this.road = road;
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        return switch (ParsedParameters.of(incoming.request().query(), new byte[0])) {
            case ParsedParameters.Rejected rejected -> ContainerAnswers.refusal(rejected.error());
            case ParsedParameters.Accepted accepted -> answer(incoming, accepted.parameters());
        };
    }

    private Answer answer(IncomingRequest incoming, Parameters asked) {
        if (!TAKEN.containsAll(asked.values().keySet())) {
            return ContainerAnswers.refusal(WireError.validation("The query takes role, session and duration."));
        }
        String token = token(incoming.request());
        // Without a token, the road finds no proof and refuses, as it does with any request that nobody signed.
        return road.answer(called(incoming, token == null ? "" : form(asked, token)), ContainerAnswers::of);
    }

    private static String form(Parameters asked, String token) {
        StringJoiner form = new StringJoiner("&");
        form.add("Action=AssumeRoleWithWebIdentity").add("Version=" + Service.STS.version());
        add(form, "RoleArn", asked.get(ROLE));
        String session = asked.get(SESSION);
        add(form, "RoleSessionName", session == null ? sessionName(token) : session);
        add(form, "DurationSeconds", asked.get(DURATION));
        add(form, "WebIdentityToken", token);
        return form.toString();
    }

    private static void add(StringJoiner form, String name, @Nullable String value) {
        if (value != null) {
            form.add(name + "=" + URLEncoder.encode(value, UTF_8));
        }
    }

    /** The same request in the form of the query protocol. The token is no signature. */
    private static IncomingRequest called(IncomingRequest incoming, String form) {
        HttpRequest request = incoming.request();
        List<Header> headers = request.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase(AUTHORIZATION))
                .toList();
        return new IncomingRequest(
                new HttpRequest("POST", "/", "", headers, form.getBytes(UTF_8)),
                incoming.peer(),
                incoming.secure(),
                incoming.tls());
    }

    /** The token as SDKs send it, bare, or as people do; null if there is none. */
    private static @Nullable String token(HttpRequest request) {
        String value = SentHeader.value(request, AUTHORIZATION);
        if (value == null) {
            return null;
        }
        String token = BEARER.matcher(value.strip()).replaceFirst("");
        return token.isEmpty() ? null : token;
    }

    /**
     * The name of a session for somebody who gave it none: whom their token is about, in the characters of such names; of
     * a service account namespace and name. The token is not verified yet. If it is not genuine, no session has the name.
     */
    private static String sessionName(String token) {
        String subject = subject(token);
        String whom = subject.startsWith(SERVICE_ACCOUNT) ? subject.substring(SERVICE_ACCOUNT.length()) : subject;
        String name = FOREIGN.matcher(whom).replaceAll("-");
        return name.length() < SHORTEST_NAME ? UNNAMED : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String subject(String token) {
        try {
            return UnverifiedToken.parse(token).text("sub").orElse("");
        } catch (TokenRefused refused) {
            // The road refuses it for the same reason, in AWS's words.
            return "";
        }
    }
}
