package io.claviger.sigv4;

/** Where a request carries its signature. */
public enum AuthMethod {
    /** In the {@code Authorization} header. */
    HEADER,
    /** In the query string: a presigned URL. */
    PRESIGNED_QUERY
}
