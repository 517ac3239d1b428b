package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.operations.PolicyHolder.Inline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InlinePoliciesTest extends OnAWorkbench {

    @ParameterizedTest
    @EnumSource
    void aPolicyIsLookedAtAsItWasWritten(PolicyHolder holder) {
        holder.create(admin, "x");
        String document = Documents.ALLOW_ALL.replace(":", " : ");

        holder.put(admin, "x", "Rights", document);

        assertThat(holder.get(admin, "x", "rights")).isEqualTo(new Inline("x", "Rights", document));
        assertThat(holder.inlineNames(admin, "x", 9)).containsExactly("Rights");
    }

    @ParameterizedTest
    @EnumSource
    void aPolicyTakesThePlaceOfOneOfTheSameName(PolicyHolder holder) {
        holder.create(admin, "x");
        holder.put(admin, "x", "Rights", Documents.ALLOW_ALL);

        holder.put(admin, "x", "rights", Documents.allow("s3:*", "*"));

        assertThat(holder.get(admin, "x", "RIGHTS").document()).isEqualTo(Documents.allow("s3:*", "*"));
        assertThat(holder.inlineNames(admin, "x", 9)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void policiesAreListedByName(PolicyHolder holder) {
        holder.create(admin, "x");
        for (String name : new String[] {"c", "B", "a", "d"}) {
            holder.put(admin, "x", name, Documents.ALLOW_ALL);
        }

        for (int size : new int[] {1, 2, 3, 4, 5}) {
            assertThat(holder.inlineNames(admin, "x", size)).containsExactly("a", "B", "c", "d");
        }
    }

    @ParameterizedTest
    @EnumSource
    void allPoliciesTogetherKeepWithinTheQuota(PolicyHolder holder) {
        holder.create(admin, "X");
        String refusal = "Maximum policy size of " + holder.inlineQuota + " bytes exceeded for " + holder.word + " X";

        holder.put(admin, "x", "one", Documents.ofSize(1000));
        holder.put(
                admin, "x", "two", Documents.ofSize(holder.inlineQuota - 1000).replace(",", ", "));
        assertRefused(() -> holder.put(admin, "x", "three", Documents.ALLOW_ALL), "LimitExceeded", refusal);
        assertRefused(() -> holder.put(admin, "x", "one", Documents.ofSize(1001)), "LimitExceeded", refusal);
        holder.put(admin, "x", "one", Documents.ofSize(900));
        holder.put(admin, "x", "three", Documents.ofSize(100));
        assertThat(holder.inlineNames(admin, "x", 9)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void theOldLanguageIsUnderstoodButNotWhatCannotBeEvaluated(PolicyHolder holder) {
        holder.create(admin, "x");

        holder.put(admin, "x", "old", Documents.ALLOW_ALL.replace("2012-10-17", "2008-10-17"));
        assertRefused(
                () -> holder.put(admin, "x", "bad", "{}}"), "MalformedPolicyDocument", "Syntax errors in policy.");
        assertThat(holder.inlineNames(admin, "x", 9)).containsExactly("old");
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedPolicyIsGone(PolicyHolder holder) {
        holder.create(admin, "x");
        holder.put(admin, "x", "Rights", Documents.ALLOW_ALL);
        String text = "The " + holder.word + " policy with name rights cannot be found.";

        holder.deleteInline(admin, "X", "rights");

        assertRefused(() -> holder.deleteInline(admin, "x", "rights"), "NoSuchEntity", text);
        assertRefused(() -> holder.get(admin, "x", "rights"), "NoSuchEntity", text);
        assertThat(holder.inlineNames(admin, "x", 9)).isEmpty();
        holder.delete(admin, "x");
    }

    @ParameterizedTest
    @EnumSource
    void nothingHangsOnWhoIsNotThere(PolicyHolder holder) {
        String text = "The " + holder.word + " with name x cannot be found.";

        assertRefused(() -> holder.put(admin, "x", "p", Documents.ALLOW_ALL), "NoSuchEntity", text);
        assertRefused(() -> holder.put(admin, "x", "p", "{"), "NoSuchEntity", text);
        assertRefused(() -> holder.put(admin, "x", "p", Documents.ofSize(6000)), "NoSuchEntity", text);
        assertRefused(() -> holder.get(admin, "x", "p"), "NoSuchEntity", text);
        assertRefused(() -> holder.inlineNames(admin, "x", 9), "NoSuchEntity", text);
        assertRefused(() -> holder.deleteInline(admin, "x", "p"), "NoSuchEntity", text);
    }
}
