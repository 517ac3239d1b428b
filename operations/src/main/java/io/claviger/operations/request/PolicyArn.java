package io.claviger.operations.request;

import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Refused;
import java.util.regex.Pattern;

/** The form of a managed policy's ARN in a request. Whether there is such a policy is another question. */
public final class PolicyArn {

    /** Possessive throughout: the text comes from a request, and no part of it is worth a second look. */
    private static final Pattern OWNER_AND_POLICY =
            Pattern.compile("(?:aws|[0-9]{12}):policy/(?:[A-Za-z0-9.,+@=_-]++/)*+[A-Za-z0-9_+=,.@-]++");

    private PolicyArn() {}

    /**
     * The ARN, if it has the form of a managed policy's in the partition that is called.
     *
     * @throws Refused when it has not
     */
    public static String required(Call call, String arn) {
        if (!OWNER_AND_POLICY.matcher(RequestedArn.required(call, arn)).matches()) {
            throw RequestedArn.ofAnotherKind(arn);
        }
        return arn;
    }
}
