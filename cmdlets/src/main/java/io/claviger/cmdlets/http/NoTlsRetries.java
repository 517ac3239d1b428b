package io.claviger.cmdlets.http;

import java.io.IOException;
import java.io.Serial;
import java.security.cert.CertificateException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client that has the SDK fail at once if a certificate is not trusted or a server does not speak TLS. All
 * other network errors are tried again. Safe for use by several threads.
 */
record NoTlsRetries(SdkHttpClient http) implements SdkHttpClient {

    /** The server does not speak TLS. */
    static final class NoTls extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        NoTls(SSLException reason) {
            super(reason.getMessage());
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
        ExecutableHttpRequest request = http.prepareRequest(asked);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    return request.call();
                } catch (SSLException refused) {
                    throw word(refused);
                }
            }

            @Override
            public void abort() {
                request.abort();
            }
        };
    }

    // The SDK retries everything that has an IOException as a cause.
    private static SdkClientException word(SSLException refused) throws SSLException {
        String message = Objects.requireNonNullElse(refused.getMessage(), "");
        CertificateException certificate = Causes.find(refused, CertificateException.class);
        if (certificate != null) {
            return SdkClientException.create(message, certificate);
        }
        if (message.startsWith("Unsupported or unrecognized SSL message")) {
            return SdkClientException.create(message, new NoTls(refused));
        }
        throw refused;
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }
}
