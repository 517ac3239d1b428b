package io.claviger.policy.validation;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.fuzz.PolicyFuzzChoices;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Validates arbitrary bytes as every type of policy: the first byte says which, the rest is the policy, or after a
 * {@code #} the choices by which one is put together of pieces of others. Nothing may throw, and every finding must lie
 * within the text. An entry point for Jazzer.
 */
public final class ValidationFuzz {

    private static final PolicyValidator VALIDATOR = new PolicyValidator(ServiceCatalog.aws());

    private static final List<DocumentType> TYPES = List.of(DocumentType.values());
    private static final List<ResourceKind> KINDS = List.of(ResourceKind.values());

    private ValidationFuzz() {}

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int choice = input[0] & 0xFF;
        DocumentType type = TYPES.get(choice % TYPES.size());
        int kind = choice / TYPES.size() % (KINDS.size() + 1);
        boolean spliced = input.length > 1 && input[1] == '#';
        String text = spliced
                ? new SplicedPolicies(new PolicyFuzzChoices(Arrays.copyOfRange(input, 2, input.length))).policy()
                : new String(input, 1, input.length - 1, StandardCharsets.ISO_8859_1);
        validate(text, type, kind == KINDS.size() ? null : KINDS.get(kind));
    }

    private static void validate(String text, DocumentType type, @Nullable ResourceKind kind) {
        List<Finding> findings = VALIDATOR.validate(text, type, kind);
        int before = 0;
        for (Finding finding : findings) {
            for (Location location : finding.locations()) {
                int start = location.span().start().offset();
                int end = location.span().end().offset();
                if (start < 0 || end < start || end > text.length()) {
                    throw new AssertionError("a finding outside of the text: " + finding);
                }
            }
            int first = finding.locations().getFirst().span().start().offset();
            if (first < before) {
                throw new AssertionError("findings out of order: " + findings);
            }
            before = first;
        }
    }
}
