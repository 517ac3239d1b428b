package io.claviger.policy.corpus;

import io.claviger.policy.compile.Reach;
import io.claviger.policy.corpus.Callers.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Control policies of an organization's root, a unit and an account, which all say what they may say: for the principal's
 * account and for the resource's.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_evaluation.html">RCP
 *     evaluation</a>
 */
final class ControlTable {

    private static final List<Say> SAYS = List.of(Say.NOTHING, Say.ALLOW, Say.DENY);
    private static final String EVERYBODY =
            Draft.policy("{`Effect`: `Allow`, `Principal`: `*`, `Action`: `s3:*`, `Resource`: `*`}");

    private ControlTable() {}

    static Map<String, List<Draft>> tables() {
        List<Draft> ofPrincipals = new ArrayList<>();
        List<Draft> ofResources = new ArrayList<>();
        for (List<Say> levels : levels()) {
            for (Caller caller : List.of(Callers.ROOT, Callers.BOB, Callers.ASSUMED, Callers.OF_SERVICE)) {
                ofPrincipals.add(Question.of(caller, Callers.ACCOUNT, Reach.NONE)
                        .controls(levels, List.of())
                        .draft(title("service control policies ", levels, caller), null));
            }
            for (Caller caller :
                    List.of(Callers.ROOT, Callers.BOB, Callers.OF_SERVICE, Callers.EC2, Callers.ANONYMOUS)) {
                ofResources.add(Question.of(caller, Callers.OTHER, Reach.DIRECT)
                        .controls(List.of(), levels)
                        .draft(title("resource control policies ", levels, caller), EVERYBODY));
            }
        }
        for (Say services : Say.values()) {
            for (Say resources : Say.values()) {
                for (Caller caller : List.of(Callers.BOB, Callers.ASSUMED, Callers.ROOT)) {
                    ofResources.add(Question.of(caller, Callers.ACCOUNT, Reach.DIRECT)
                            .controls(one(services), one(resources))
                            .draft(
                                    "both kinds within the account, asked by %s: of services %s, of resources %s"
                                            .formatted(caller.word(), services.word(), resources.word()),
                                    EVERYBODY));
                }
            }
        }
        Map<String, List<Draft>> tables = new LinkedHashMap<>();
        tables.put("controls-of-principals", ofPrincipals);
        tables.put("controls-of-resources", ofResources);
        return tables;
    }

    /** One level; none for an account that manages its organization, or is in none. */
    private static List<Say> one(Say say) {
        return say == Say.ABSENT ? List.of() : List.of(Say.ALLOW, say);
    }

    private static List<List<Say>> levels() {
        List<List<Say>> levels = new ArrayList<>();
        levels.add(List.of());
        for (Say root : SAYS) {
            for (Say unit : SAYS) {
                for (Say account : SAYS) {
                    levels.add(List.of(root, unit, account));
                }
            }
        }
        return levels;
    }

    private static String title(String what, List<Say> levels, Caller caller) {
        String said = levels.isEmpty()
                ? "of no level, as in a management account"
                : levels.stream().map(Say::word).collect(Collectors.joining(", "));
        return what + said + ", asked by " + caller.word();
    }
}
