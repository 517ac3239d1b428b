/**
 * Verification of AWS Signature Version 4: who signed this request?
 *
 * <p>A library of its own for anybody's server; it depends on the JDK alone. {@link io.claviger.sigv4.Verifier} is the
 * way in, {@link io.claviger.sigv4.Signer} its counterpart for clients and tests. The algorithm is the one of AWS's <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed
 * AWS API request</a>; each step is a class or a method that carries its sentence: {@code Authorization}, {@code
 * CanonicalRequest}, {@code StringToSign}, {@code SigningKey}.
 */
@NullMarked
package io.claviger.sigv4;

import org.jspecify.annotations.NullMarked;
