package io.claviger.access.passkey;

/**
 * What a browser sends of a credential that an authenticator has made. All texts are in base 64 for URLs, without padding.
 *
 * @param id the credential's
 * @param clientData what the browser says of the page, as JSON
 * @param object the authenticator's attestation object
 * @see <a href="https://www.w3.org/TR/webauthn-3/#authenticatorattestationresponse">Web Authentication</a>
 */
public record Attestation(Site site, String id, String clientData, String object) {}
