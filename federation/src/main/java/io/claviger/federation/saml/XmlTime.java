package io.claviger.federation.saml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times as SAML writes them: {@code 2026-11-28T10:00:00Z}. A time without a zone is refused: SAML demands UTC. */
final class XmlTime {

    private XmlTime() {}

    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
