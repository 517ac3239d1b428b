package io.claviger.operations.delegation;

import io.claviger.iam.DelegationRequest;
import io.claviger.iam.DelegationRequest.Terms;
import io.claviger.iam.store.Reading;
import io.claviger.operations.delegation.NamedDelegation.Granted;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.RequestedArn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.GetHumanReadableSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetHumanReadableSummaryResponse;
import software.amazon.awssdk.services.iam.model.SummaryStateType;

/**
 * What a delegation request asks for, in sentences, for the person who decides. AWS has a language model write them; these
 * are made of the request and its policy alone, so that they say no more and no less. They are in English.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetHumanReadableSummary.html">
 *     GetHumanReadableSummary</a>
 */
public final class DelegationSummaries {

    private static final String ENGLISH = "en";
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2}([-_][A-Za-z]{2,4})?");
    private static final Pattern ENTITY =
            Pattern.compile("(?<account>[0-9]{12}):delegation-request/(?<id>[A-Za-z0-9_-]{16,128})");

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.needing(
                "iam:GetHumanReadableSummary",
                GetHumanReadableSummaryRequest.class,
                DelegationSummaries::checks,
                DelegationSummaries::summarize));
    }

    private static List<Check> checks(EntityView view, Call call, GetHumanReadableSummaryRequest request) {
        return NamedDelegation.<GetHumanReadableSummaryRequest>check(
                        "iam:GetHumanReadableSummary",
                        summary -> entity(call, summary.entityArn()).group("id"),
                        Granted.OWNER)
                .checks(view, call, request);
    }

    private static Matcher entity(Call call, String arn) {
        Matcher entity = ENTITY.matcher(RequestedArn.required(call, arn));
        if (!entity.matches()) {
            throw Refused.invalidInput("The ARN " + arn + " is not that of a delegation request.");
        }
        return entity;
    }

    private static GetHumanReadableSummaryResponse summarize(Execution<GetHumanReadableSummaryRequest> execution) {
        Call call = execution.call();
        Matcher entity = entity(call, execution.request().entityArn());
        String locale = execution.request().locale() == null
                ? ENGLISH
                : execution.request().locale();
        if (!LOCALE.matcher(locale).matches()) {
            throw Refused.invalidInput("The locale " + locale + " is not valid.");
        }
        return execution.read(reading -> {
            DelegationRequest request = NamedDelegation.seen(reading, call, entity.group("id"))
                    .filter(_ -> entity.group("account").equals(call.accountId()))
                    .orElseThrow(() -> NamedDelegation.unknown(entity.group("id")));
            boolean isEnglish = locale.substring(0, 2).equalsIgnoreCase(ENGLISH);
            return GetHumanReadableSummaryResponse.builder()
                    .summaryContent(isEnglish ? text(reading, request) : null)
                    .locale(locale)
                    .summaryState(isEnglish ? SummaryStateType.AVAILABLE : SummaryStateType.NOT_SUPPORTED)
                    .build();
        });
    }

    private static String text(Reading reading, DelegationRequest request) {
        Terms terms = request.terms();
        String name = DelegationShapes.nameOf(reading, request.accountId());
        List<String> lines = new ArrayList<>();
        lines.add((name == null ? "" : name + ", ") + "account " + request.accountId()
                + ", asks to act in this account for " + length(terms.session())
                + ", with the rights of the person who approves, and no more than these:");
        if (PolicyParser.parse(terms.policy(), PolicyType.SESSION) instanceof PolicyDocument policy) {
            lines.addAll(PolicySentences.of(policy));
            List<String> boundaries = RequestedPermissions.boundariesOfNewRoles(policy);
            if (!boundaries.isEmpty()) {
                lines.add("Roles that it creates stay within " + String.join(" or ", boundaries) + ".");
            }
        }
        lines.add("What it is for: " + terms.description());
        if (terms.message() != null) {
            lines.add("Message: " + terms.message());
        }
        return String.join("\n", lines);
    }

    private static String length(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toHours(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        add(parts, duration.toSecondsPart(), "second");
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
