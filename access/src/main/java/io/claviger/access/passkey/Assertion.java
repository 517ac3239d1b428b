package io.claviger.access.passkey;

/**
 * What a browser sends of a challenge that an authenticator has signed. All texts are in base 64 for URLs, without padding.
 *
 * @param id the credential's
 * @param clientData what the browser says of the page, as JSON
 * @see <a href="https://www.w3.org/TR/webauthn-3/#authenticatorassertionresponse">Web Authentication</a>
 */
public record Assertion(Site site, String id, String clientData, String authenticatorData, String signature) {}
