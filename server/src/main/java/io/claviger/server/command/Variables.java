package io.claviger.server.command;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The names of Claviger's own variables of the environment. */
public final class Variables {

    /** The account's ID. */
    public static final String ACCOUNT_ID = "CLAVIGER_ACCOUNT_ID";

    /** The administrator's access key. */
    public static final String ACCESS_KEY_ID = "CLAVIGER_BOOTSTRAP_ACCESS_KEY_ID";

    /** The access key's secret. */
    public static final String SECRET_ACCESS_KEY = "CLAVIGER_BOOTSTRAP_SECRET_ACCESS_KEY";

    /** The root user's password: the one to sign up with, or to sign in with. */
    public static final String ROOT_PASSWORD = "CLAVIGER_ROOT_PASSWORD";

    /** The root user's e-mail address. */
    public static final String ROOT_EMAIL = "CLAVIGER_ROOT_EMAIL";

    /** The key that seals secrets, in base 64. */
    public static final String SEALING_KEY = "CLAVIGER_SEALING_KEY";

    /** The sealing key that {@code claviger reseal} is to use from now on, which servers of one database know before. */
    public static final String NEXT_SEALING_KEY = "CLAVIGER_NEXT_SEALING_KEY";

    /** The password with which {@code --database} signs in. */
    public static final String DATABASE_PASSWORD = "CLAVIGER_DATABASE_PASSWORD";

    /** What the name of each secret's variable ends with if it names a file that holds the secret. */
    static final String FILE = "_FILE";

    private static final String OURS = "CLAVIGER_";

    private static final Set<String> KNOWN = Set.of(
            ACCOUNT_ID,
            ACCESS_KEY_ID,
            SECRET_ACCESS_KEY,
            SECRET_ACCESS_KEY + FILE,
            ROOT_PASSWORD,
            ROOT_PASSWORD + FILE,
            ROOT_EMAIL,
            SEALING_KEY,
            SEALING_KEY + FILE,
            NEXT_SEALING_KEY,
            NEXT_SEALING_KEY + FILE,
            DATABASE_PASSWORD,
            DATABASE_PASSWORD + FILE,
            // The launcher's.
            "CLAVIGER_JAVA_OPTS",
            "CLAVIGER_TERMINAL_COLUMNS");

    /** What Kubernetes sets in each pod if there is a service whose name begins with claviger. */
    private static final Pattern KUBERNETES =
            Pattern.compile("CLAVIGER_(?:[A-Z0-9_]+_)?(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?"
                    + "|PORT(?:_[0-9]+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)?)");

    private Variables() {}

    /**
     * Refuses variables that look like Claviger's and are not, and those that are set to nothing: somebody relies on them,
     * and they would have no effect.
     *
     * @throws UnusableSetting with the variable's name
     * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables">Kubernetes on
     *     services' environment variables</a>
     */
    public static void check(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((name, value) -> {
            if (KNOWN.contains(name)) {
                if (value.isEmpty()) {
                    throw new UnusableSetting(name + " is set to nothing: give it a value, or unset it");
                }
            } else if (name.startsWith(OURS) && !KUBERNETES.matcher(name).matches()) {
                throw new UnusableSetting("there is no variable " + name + NearMiss.question(name, KNOWN, ""));
            }
        });
    }
}
