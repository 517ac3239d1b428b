package io.claviger.iam.store;

import io.claviger.iam.IssuerKey;
import io.claviger.iam.TokenIssuer;
import java.util.List;
import java.util.Optional;

/** What can be asked about accounts as issuers of tokens; {@link Reading} says what holds for all answers. */
public interface IssuerQueries {

    /** The account as an issuer; empty if it never was one. */
    Optional<TokenIssuer> ofAccount(String accountId);

    /** The issuer of this ID, in any account. */
    Optional<TokenIssuer> byId(String issuerId);

    /** The account's keys, those that sign earlier first. */
    List<IssuerKey> keys(String accountId);
}
