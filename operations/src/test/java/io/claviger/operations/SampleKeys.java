package io.claviger.operations;

/** Keys and a certificate that OpenSSL and OpenSSH made once, for tests alone. */
final class SampleKeys {

    /** A public key of RSA with 2048 bits. */
    static final String SSH_PUBLIC_KEY =
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCdYLBjW5SFErG/mBwDg8OBpyEYWwU48aNCWWYbEKfAGM7PzpkDdP"
                    + "3NZjmOl3S0VBwSBAL8FbGObxaM2PAD4qdDiREl7bhEIuhqKbKBBzOVN4izbBW5Y/Latci32c8b1C1/CRYgJFxwvZG4"
                    + "4UrOgWauO865OI9jePZV5HqEEfHgFKpwtOhdP/tU9nIvAudUO3uHG3iXh6NKiOdxiwUAxDh1sbQknPJJ1VlVvGgzGZ"
                    + "ZsWF/0DhFibJencQgyRIMeCgLGxLzxN4CjzYLFUWr1a6duqEORdD+fzq0ooPai65HRHTAyJ3pKHTDO72Tmr+I8FkZ9"
                    + "GmeAMklaKiOBRrNtx/wl";

    /** Of a key on the curve P-256; valid for a hundred years from 2026 on. */
    static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBeTCCAR+gAwIBAgIUF4hI6TV2HRWReHHsV92/uwurD+wwCgYIKoZIzj0EAwIw
            ETEPMA0GA1UEAwwGc2FtcGxlMCAXDTI2MTEyODE1MTcyNVoYDzIxMjYxMTA0MTUx
            NzI1WjARMQ8wDQYDVQQDDAZzYW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
            AAQVs7v6F/qI/qwJRBDGeV0u1OzYFA9ZoaDYNFgmC5tjrh8CbR2wVMX4N1Gz/Hyz
            RVNMm56WvnVO+T77VvmTNhp4o1MwUTAdBgNVHQ4EFgQUS3ez2snwXfWB7h0xY5Ur
            E68OarYwHwYDVR0jBBgwFoAUS3ez2snwXfWB7h0xY5UrE68OarYwDwYDVR0TAQH/
            BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiB/bsPbyvujYzVTHqJkn380X3sM87qf
            JzsnnZqpMPQ0GAIhAJApWgCtNtMN/Z3jLWivGTS+Yso4c05TaqfZxAEGMAc9
            -----END CERTIFICATE-----
            """;

    /** The certificate's. */
    static final String PRIVATE_KEY = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgskGxN6rzQP4SF5hd
            89swND7xqDTkNhwKFRJhtCYYfQuhRANCAAQVs7v6F/qI/qwJRBDGeV0u1OzYFA9Z
            oaDYNFgmC5tjrh8CbR2wVMX4N1Gz/HyzRVNMm56WvnVO+T77VvmTNhp4
            -----END PRIVATE KEY-----
            """;

    private SampleKeys() {}
}
