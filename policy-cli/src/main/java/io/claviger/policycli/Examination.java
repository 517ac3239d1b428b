package io.claviger.policycli;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.validation.DocumentType;
import io.claviger.policy.validation.Finding;
import io.claviger.policy.validation.FindingType;
import io.claviger.policy.validation.PolicyValidator;
import io.claviger.policy.validation.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks policies through. Immutable. */
final class Examination {

    /** The code of what only the parser says. */
    static final String MALFORMED = "MALFORMED_POLICY";

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
     * Everything there is to say about a policy. One that Claviger would refuse has an error at least, even where the
     * validator has none.
     */
    List<Remark> of(Source source) {
        List<Remark> remarks = new ArrayList<>();
        for (Finding finding : validator.validate(source.text(), documentType(), attachedTo)) {
            remarks.add(new Remark(
                    source,
                    finding.type(),
                    finding.issueCode(),
                    finding.details(),
                    finding.learnMoreLink(),
                    finding.locations()));
        }
        if (remarks.stream().noneMatch(remark -> remark.type() == FindingType.ERROR)) {
            switch (PolicyParser.parse(source.text(), kind.type())) {
                case PolicyDocument _ -> {}
                case MalformedPolicy(String _, String reason, var at) ->
                    remarks.addFirst(new Remark(source, FindingType.ERROR, MALFORMED, reason, null, Places.at(at)));
            }
        }
        return remarks;
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
