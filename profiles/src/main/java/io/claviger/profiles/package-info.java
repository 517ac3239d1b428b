/**
 * Reads and edits the files that AWS's command line and SDKs keep profiles in, {@code ~/.aws/credentials} and
 * {@code ~/.aws/config}: as aws-cli and the SDK for .NET read them. What an edit does not name stays as it is, byte for byte. See <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">AWS's page about their format</a>.
 */
@org.jspecify.annotations.NullMarked
package io.claviger.profiles;
