package io.claviger.policy.corpus;

import io.claviger.policy.document.PolicyType;
import java.util.ArrayList;
import java.util.List;

/**
 * Variables in {@code Resource} and {@code NotResource}, in the policies of every layer.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
final class VariableTable {

    /** A pattern below the bucket, what its variables may be, and a resource below the bucket. */
    private record Template(String text, String context, String resource, boolean matches) {}

    private static final String BUCKET = "arn:aws:s3:::home/";
    private static final String BOB = "{`aws:username`: `bob`}";
    private static final String NONE = "{}";

    private static final List<Template> TEMPLATES = List.of(
            new Template("${aws:username}", BOB, "bob", true),
            new Template("${aws:username}", BOB, "eve", false),
            new Template("${AWS:UserName}", BOB, "bob", true),
            new Template("${aws:username}/*", BOB, "bob/x", true),
            new Template("${aws:username}/*", BOB, "bobby/x", false),
            new Template("${aws:username}*", BOB, "bobby", true),
            new Template("*${aws:username}", BOB, "x/bob", true),
            new Template("${aws:username}", NONE, "bob", false),
            new Template("${aws:username}", NONE, "", false),
            new Template("*${aws:username}*", NONE, "bob", false),
            new Template("${aws:username}", "{`aws:username`: ``}", "", true),
            new Template("${aws:username}", "{`aws:username`: `*`}", "bob", false),
            new Template("${aws:username}", "{`aws:username`: `*`}", "*", true),
            new Template("${aws:username}", "{`aws:username`: `b?b`}", "bob", false),
            new Template("${aws:username}", "{`aws:username`: `${aws:userid}`, `aws:userid`: `bob`}", "bob", false),
            new Template("${aws:PrincipalTag/t, 'all'}", NONE, "all", true),
            new Template("${aws:PrincipalTag/t, 'all'}", "{`aws:PrincipalTag/t`: `red`}", "red", true),
            new Template("${aws:PrincipalTag/t, 'all'}", "{`aws:PrincipalTag/t`: `red`}", "all", false),
            new Template("${aws:PrincipalTag/t, '*'}", NONE, "bob", false),
            new Template("${aws:TagKeys}", "{`aws:TagKeys`: [`a`]}", "a", false),
            new Template("${aws:TagKeys, 'a'}", "{`aws:TagKeys`: [`b`]}", "a", false),
            new Template("a${*}b", NONE, "a*b", true),
            new Template("a${*}b", NONE, "axb", false),
            new Template("a${?}b", NONE, "a?b", true),
            new Template("a${?}b", NONE, "axb", false),
            new Template("${$}{aws:username}", BOB, "${aws:username}", true),
            new Template("${$}{aws:username}", BOB, "bob", false),
            new Template("${aws:username}-${aws:PrincipalTag/t}", BOB, "bob-", false));

    /** The layers besides identity policies that must allow, each with a variable in its one statement. */
    private static final List<PolicyType> LAYERS = List.of(
            PolicyType.PERMISSIONS_BOUNDARY,
            PolicyType.SESSION,
            PolicyType.SERVICE_CONTROL,
            PolicyType.RESOURCE_CONTROL,
            PolicyType.RESOURCE);

    private VariableTable() {}

    static List<Draft> rows() {
        List<Draft> rows = new ArrayList<>();
        for (Template template : TEMPLATES) {
            for (String element : List.of("Resource", "NotResource")) {
                boolean valued = !withoutValue(template);
                boolean resource = element.equals("Resource");
                boolean allows = resource ? template.matches() : valued && !template.matches();
                boolean denies = template.matches() == resource;
                String title = "%s %s with %s for %s"
                        .formatted(element, template.text(), template.context().replace("`", ""), template.resource());
                String statement = "{`Effect`: `%s`, `Action`: `*`, `" + element + "`: `" + BUCKET + "%s`}";
                rows.add(draft(title + ", to allow", template)
                        .identity(Draft.policy(statement.formatted("Allow", template.text())))
                        .expect(allows ? Say.allowedByIdentity(0) : Say.NO_IDENTITY));
                rows.add(draft(title + ", to deny", template)
                        .identity(
                                Draft.policy(Say.statement("Allow", ""), statement.formatted("Deny", template.text())))
                        .expect(denies ? Say.deniedByIdentity(1) : Say.allowedByIdentity(0)));
            }
            for (PolicyType layer : LAYERS) {
                rows.add(inLayer(layer, template));
            }
        }
        return rows;
    }

    /** A key that is absent and has no default, or one with several values, gives a variable no value. */
    private static boolean withoutValue(Template template) {
        boolean absent = template.context().equals(NONE) && template.text().contains("aws:username");
        return absent || template.text().contains("TagKeys") || template.text().endsWith("-${aws:PrincipalTag/t}");
    }

    private static Draft draft(String title, Template template) {
        return new Draft(title).ask("x:Do", BUCKET + template.resource()).context(template.context());
    }

    private static Draft inLayer(PolicyType layer, Template template) {
        String principal = layer.namesPrincipals() ? "`Principal`: `*`, " : "";
        String policy = Draft.policy("{`Effect`: `Allow`, %s`Action`: `*`, `Resource`: `%s`}"
                .formatted(principal, BUCKET + template.text()));
        String title = "%s policy with %s and %s for %s"
                .formatted(layer, template.text(), template.context().replace("`", ""), template.resource());
        Draft draft = draft(title, template)
                .by(Callers.ASSUMED.requester())
                .identity(Draft.policy(Say.statement("Allow", "")))
                .expect(template.matches() ? Verdict.ALLOWED : Verdict.missing(layer));
        return switch (layer) {
            case PERMISSIONS_BOUNDARY -> draft.boundary(policy);
            case SESSION -> draft.session(policy);
            case SERVICE_CONTROL -> draft.serviceControls(List.of(policy));
            case RESOURCE_CONTROL -> draft.owner(Callers.ACCOUNT, null, false, List.of(policy));
            case RESOURCE -> draft.owner(Callers.OTHER, policy, false, List.of());
            case IDENTITY, TRUST -> throw new IllegalArgumentException(layer.name());
        };
    }
}
