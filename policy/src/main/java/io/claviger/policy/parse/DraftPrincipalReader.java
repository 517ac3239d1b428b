package io.claviger.policy.parse;

import io.claviger.policy.document.PrincipalSelection;
import io.claviger.policy.document.PrincipalTerm;
import io.claviger.policy.document.PrincipalTerm.Kind;
import io.claviger.policy.document.Term;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonText;
import io.claviger.policy.parse.DraftPolicy.DraftPrincipals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the structure of {@code Principal} and {@code NotPrincipal}: {@code "*"}, or lists by kind. */
final class DraftPrincipalReader {

    private DraftPrincipalReader() {}

    static DraftPrincipals read(JsonMember element) throws PolicyFault {
        List<PrincipalTerm> terms = new ArrayList<>();
        JsonValue value = element.value();
        if (value instanceof JsonText text) {
            if (!text.value().equals("*")) {
                throw PolicyFault.syntax(
                        element.name() + " is either \"*\" or an object such as {\"AWS\": \"...\"}", text.at());
            }
            terms.add(new PrincipalTerm(Kind.AWS, "*", text.at()));
        } else {
            for (JsonMember member : Json.object(value, element.name()).members()) {
                kind(member, terms);
            }
        }
        boolean excluding = element.name().equals("NotPrincipal");
        return new DraftPrincipals(
                new PrincipalSelection(excluding, terms), value instanceof JsonText, element.nameAt());
    }

    private static void kind(JsonMember member, List<PrincipalTerm> terms) throws PolicyFault {
        Kind kind = named(member.name());
        if (kind == null) {
            throw PolicyFault.syntax(
                    "A principal is one of AWS, Service, Federated and CanonicalUser, not " + member.name(),
                    member.nameAt());
        }
        for (JsonValue element : Json.elements(member.value())) {
            Term term = Json.text(element, "A principal");
            terms.add(new PrincipalTerm(kind, term.text(), term.at()));
        }
    }

    private static @Nullable Kind named(String member) {
        for (Kind kind : Kind.values()) {
            if (kind.member().equals(member)) {
                return kind;
            }
        }
        return null;
    }
}
