package io.claviger.policycli;

import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.Requester;
import io.claviger.policy.request.Requester.Anonymous;
import io.claviger.policy.request.Requester.Federated;
import io.claviger.policy.request.Requester.FederatedUser;
import io.claviger.policy.request.Requester.RoleSession;
import io.claviger.policy.request.Requester.Root;
import io.claviger.policy.request.Requester.Service;
import io.claviger.policy.request.Requester.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asks, as {@code --principal} names them. Immutable.
 *
 * @param name the caller's name in a denial
 * @param requester the same as the engine knows them
 * @param keys the condition keys that AWS fills from what the name says
 */
record PrincipalArgument(String name, Requester requester, Map<String, ContextValue> keys) {

    private static final Pattern ENTITY =
            Pattern.compile("(arn:aws[a-z-]{0,16}):iam::(\\d{12}):(root|user/[^*?]*[^*?/]|role/[^*?]*[^*?/])");
    private static final Pattern SESSION =
            Pattern.compile("(arn:aws[a-z-]{0,16}):sts::(\\d{12}):(assumed-role|federated-user)/([^*?]+)");
    private static final Pattern PROVIDER =
            Pattern.compile("arn:aws[a-z-]{0,16}:iam::\\d{12}:(?:saml|oidc)-provider/.+");
    private static final Pattern SERVICE =
            Pattern.compile("[a-z0-9.-]+\\.(?:amazonaws\\.com|aws\\.internal)(?:\\.cn)?");
    private static final Set<String> PROVIDERS =
            Set.of("cognito-identity.amazonaws.com", "accounts.google.com", "graph.facebook.com", "www.amazon.com");
    private static final String SERVICE_LINKED = "role/aws-service-role/";

    /** The session of a role that was named without its session. */
    private static final String SOME_SESSION = "session";

    /** Copies the keys. */
    PrincipalArgument {
        keys = Map.copyOf(keys);
    }

    /** A user of an account of which nothing else is known; no condition keys are filled in. */
    static PrincipalArgument somebodyIn(String account) {
        String arn = "arn:aws:iam::" + account + ":user/somebody";
        return new PrincipalArgument(arn, new User(account, arn, ""), Map.of());
    }

    /**
     * Reads a name.
     *
     * @param text the ARN of a user, role, session, account's root or identity provider; the name of a service; the domain
     *     of a well-known identity provider; {@code anonymous}
     * @param id the unique ID of the user or role; empty if it is not known
     * @throws NoAnswer when it names no principal
     */
    static PrincipalArgument parse(String text, String id) {
        if (text.equals("anonymous")) {
            return new PrincipalArgument(
                    "anonymous", new Anonymous(), keys("aws:PrincipalType", "Anonymous", "aws:userid", "anonymous"));
        }
        if (PROVIDERS.contains(text) || PROVIDER.matcher(text).matches()) {
            return new PrincipalArgument(text, new Federated(text), Map.of());
        }
        if (SERVICE.matcher(text).matches()) {
            return new PrincipalArgument(
                    text,
                    new Service(text),
                    keys("aws:PrincipalIsAWSService", "true", "aws:PrincipalServiceName", text));
        }
        Matcher entity = ENTITY.matcher(text);
        if (entity.matches()) {
            return entity(text, entity.group(1), entity.group(2), entity.group(3), id);
        }
        Matcher session = SESSION.matcher(text);
        if (session.matches()) {
            return session(text, session, id);
        }
        throw NoAnswer.misused("--principal " + text + " is nobody: give the ARN of a user, a role, a session or the"
                + " root of an account, the name of a service, or anonymous");
    }

    private static PrincipalArgument entity(String arn, String partition, String account, String path, String id) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals("root")) {
            return new PrincipalArgument(arn, new Root(account), known(arn, account, "Account", account));
        }
        if (path.startsWith("user/")) {
            Map<String, ContextValue> keys = known(arn, account, "User", id);
            keys.put("aws:username", new Text(name));
            return new PrincipalArgument(arn, new User(account, arn, id), keys);
        }
        String session = partition + ":sts::" + account + ":assumed-role/" + name + '/' + SOME_SESSION;
        return roleSession(arn, account, session, id);
    }

    private static PrincipalArgument session(String arn, Matcher parts, String id) {
        String account = parts.group(2);
        String rest = parts.group(4);
        int slash = rest.indexOf('/');
        if (parts.group(3).equals("federated-user") && slash < 0) {
            return new PrincipalArgument(
                    arn, new FederatedUser(account, arn, "", ""), known(arn, account, "FederatedUser", ""));
        }
        if (slash <= 0 || slash == rest.length() - 1 || parts.group(3).equals("federated-user")) {
            throw NoAnswer.misused("--principal " + arn + " is not the ARN of a session: the form is"
                    + " arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION or arn:aws:sts::ACCOUNT:federated-user/NAME");
        }
        String role = parts.group(1) + ":iam::" + account + ":role/" + rest.substring(0, slash);
        return roleSession(role, account, arn, id);
    }

    private static PrincipalArgument roleSession(String roleArn, String account, String sessionArn, String id) {
        String name = sessionArn.substring(sessionArn.lastIndexOf('/') + 1);
        boolean serviceLinked = roleArn.contains(':' + SERVICE_LINKED);
        return new PrincipalArgument(
                sessionArn,
                new RoleSession(account, roleArn, id, sessionArn, serviceLinked),
                known(roleArn, account, "AssumedRole", id.isEmpty() ? "" : id + ':' + name));
    }

    private static Map<String, ContextValue> known(String arn, String account, String type, String userId) {
        Map<String, ContextValue> keys =
                keys("aws:PrincipalArn", arn, "aws:PrincipalAccount", account, "aws:PrincipalType", type);
        keys.putAll(keys("aws:PrincipalIsAWSService", "false"));
        if (!userId.isEmpty()) {
            keys.put("aws:userid", new Text(userId));
        }
        return keys;
    }

    private static Map<String, ContextValue> keys(String... namesAndValues) {
        Map<String, ContextValue> keys = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            keys.put(namesAndValues[i], new Text(namesAndValues[i + 1]));
        }
        return keys;
    }
}
