package io.claviger.sigv4;

import org.jspecify.annotations.Nullable;

/** The {@code aws-chunked} bodies there are, by the value of {@code x-amz-content-sha256} that announces them. */
enum ChunkFormat {
    SIGNED("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", true, false),
    SIGNED_WITH_TRAILER("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", true, true),
    UNSIGNED_WITH_TRAILER("STREAMING-UNSIGNED-PAYLOAD-TRAILER", false, true);

    private final String announcement;
    private final boolean signed;
    private final boolean trailer;

    ChunkFormat(String announcement, boolean signed, boolean trailer) {
        this.announcement = announcement;
        this.signed = signed;
        this.trailer = trailer;
    }

    /** Whether every chunk carries a signature. */
    boolean isSigned() {
        return signed;
    }

    /** Whether headers follow the last chunk. */
    boolean hasTrailer() {
        return trailer;
    }

    /** The format that a value announces, or null. */
    static @Nullable ChunkFormat announcedBy(String contentSha256) {
        for (ChunkFormat format : values()) {
            if (format.announcement.equals(contentSha256)) {
                return format;
            }
        }
        return null;
    }
}
