package io.claviger.policycli;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.json.Position;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.validation.DocumentType;
import io.claviger.policy.validation.Finding;
import io.claviger.policy.validation.FindingType;
import io.claviger.policy.validation.Location;
import io.claviger.policy.validation.PolicyValidator;
import io.claviger.policy.validation.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks policies through. Immutable. */
final class Examination {

    /** The code of what only the parser says. */
    static final String MALFORMED = "MALFORMED_POLICY";

    /** The code of a byte order mark, which the validator does not get to see. */
    static final String BYTE_ORDER_MARK = "BYTE_ORDER_MARK";

    /** What is wrong with a file that has one. */
    static final String MARKED = "begins with a byte order mark (U+FEFF). It is left out here, but AWS refuses a policy"
            + " with it: save the file in UTF-8 without.";

    private final PolicyValidator validator;
    private final PolicyKind kind;
    private final @Nullable ResourceKind attachedTo;

    /**
     * An examination of policies of one kind.
     *
     * @param catalog the services that they can name
     * @param kind what they are
     * @param attachedTo what resource policies are attached to, if that is known
     */
    Examination(ServiceCatalog catalog, PolicyKind kind, @Nullable ResourceKind attachedTo) {
        this.validator = new PolicyValidator(catalog);
        this.kind = kind;
        this.attachedTo = kind == PolicyKind.TRUST ? ResourceKind.ROLE_TRUST : attachedTo;
    }

    /**
     * Everything there is to say about a policy. What Claviger would refuse it for is an error, whether the validator finds
     * it or only the parser does.
     */
    List<Remark> of(Source source) {
        List<Remark> remarks = new ArrayList<>();
        ParsedPolicy parsed = PolicyParser.parse(source.text(), kind.type());
        for (Finding finding : validator.validate(source.text(), documentType(), attachedTo)) {
            remarks.add(new Remark(
                    source,
                    type(finding),
                    finding.issueCode(),
                    finding.details(),
                    said(finding, parsed, source),
                    finding.learnMoreLink(),
                    finding.locations()));
        }
        if (parsed instanceof MalformedPolicy(String _, String reason, var at)
                && remarks.stream().noneMatch(remark -> isErrorAt(remark, at.offset()))) {
            remarks.addFirst(error(source, MALFORMED, reason, at));
        }
        if (source.marked()) {
            remarks.addFirst(error(source, BYTE_ORDER_MARK, "The file " + MARKED, Position.START));
        }
        return remarks;
    }

    /** The validator has AWS's types, by which a value is in doubt that IAM, and Claviger, refuse a policy for. */
    private static FindingType type(Finding finding) {
        return switch (finding.check()) {
            case TYPE_MISMATCH_BOOLEAN, TYPE_MISMATCH_DATE, TYPE_MISMATCH_NUMBER, TYPE_MISMATCH_STRING ->
                FindingType.ERROR;
            default -> finding.type();
        };
    }

    /** Whether this is an error at a place of the text, or of what that is in. */
    private static boolean isErrorAt(Remark remark, int offset) {
        return remark.type() == FindingType.ERROR
                && remark.locations().stream()
                        .map(Location::span)
                        .anyMatch(span -> span.start().offset() <= offset
                                && offset
                                        < Math.max(
                                                span.end().offset(),
                                                span.start().offset() + 1));
    }

    private static Remark error(Source source, String code, String details, Position at) {
        return new Remark(source, FindingType.ERROR, code, details, details, null, Places.at(at));
    }

    /** A finding's words for a person: places are shown beside them, and they know the options of the command. */
    private String said(Finding finding, ParsedPolicy parsed, Source source) {
        return switch (finding.check()) {
            case JSON_SYNTAX_ERROR ->
                parsed instanceof MalformedPolicy malformed
                        ? "Fix the JSON syntax error. " + malformed.reason() + '.'
                        : finding.details();
            case UNSUPPORTED_PRINCIPAL ->
                finding.details() + " Or say --type "
                        + PolicyKind.naming(source.text()).word() + '.';
            default -> finding.details();
        };
    }

    private DocumentType documentType() {
        return switch (kind) {
            case IDENTITY, BOUNDARY, SESSION -> DocumentType.IDENTITY_POLICY;
            case RESOURCE, TRUST -> DocumentType.RESOURCE_POLICY;
            case SCP -> DocumentType.SERVICE_CONTROL_POLICY;
            case RCP -> DocumentType.RESOURCE_CONTROL_POLICY;
        };
    }
}
