package io.claviger.operations.report;

import io.claviger.access.KeyEnd;
import io.claviger.access.KeyUses;
import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.Account;
import io.claviger.iam.KeyUse;
import io.claviger.iam.LoginProfile;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordPolicy;
import io.claviger.iam.SigningCertificate;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a credential report: comma-separated values (RFC 4180) without a line break at the end, with the columns
 * that AWS's reports have. The root user comes first, then the users by name.
 */
final class CredentialLines {

    static final String HEADER = "user,arn,user_creation_time,"
            + "password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
            + "access_key_1_active,access_key_1_last_rotated,"
            + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,"
            + "access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
            + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private static final String ROOT = "<root_account>";
    private static final String NOT_APPLICABLE = "N/A";
    private static final int KEYS = 2;
    private static final int CERTIFICATES = 2;

    private static final List<String> NO_PASSWORD = List.of("false", NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE);
    private static final String NEVER_USED = "no_information";

    /** The root user's password has no date. */
    private static final String NO_DATE = "not_supported";

    private final KeyUses keyUses;

    CredentialLines(KeyUses keyUses) {
        this.keyUses = keyUses;
    }

    /** The root user's line. */
    String ofRoot(Reading reading, Account account, Partition partition, Instant now) {
        List<String> fields = new ArrayList<>(List.of(ROOT, account.rootArn(partition), time(account.createDate())));
        fields.addAll(List.of("true", lastUse(account.passwordLastUsed()), NO_DATE, NO_DATE));
        fields.add(hasFactor(reading, account.accountId()));
        addKeysAndCertificates(fields, reading, account.accountId(), now);
        return line(fields);
    }

    /** A user's line. */
    String ofUser(Reading reading, User user, Partition partition, Instant now) {
        List<String> fields = new ArrayList<>(List.of(user.name(), user.arn(partition), time(user.createDate())));
        fields.addAll(reading.passwords()
                .ofUser(user.id())
                .map(profile -> password(reading, user, profile))
                .orElse(NO_PASSWORD));
        fields.add(hasFactor(reading, user.id()));
        addKeysAndCertificates(fields, reading, user.id(), now);
        return line(fields);
    }

    private static List<String> password(Reading reading, User user, LoginProfile profile) {
        int days = reading.passwords()
                .policy(user.accountId())
                .map(PasswordPolicy::maxAge)
                .orElse(0);
        return List.of(
                "true",
                lastUse(user.passwordLastUsed()),
                time(profile.passwordDate()),
                days == 0 ? NOT_APPLICABLE : time(profile.passwordDate().plus(days, ChronoUnit.DAYS)));
    }

    private static String lastUse(@Nullable Instant time) {
        return time == null ? NEVER_USED : time(time);
    }

    private static String hasFactor(Reading reading, String ownerId) {
        return String.valueOf(reading.mfaDevices().has(ownerId));
    }

    private void addKeysAndCertificates(List<String> fields, Reading reading, String ownerId, Instant now) {
        List<AccessKey> keys = reading.keys().ofOwner(ownerId).stream()
                .sorted(Comparator.comparing(AccessKey::id))
                .toList();
        for (int i = 0; i < KEYS; i++) {
            fields.addAll(i < keys.size() ? ofKey(reading, keys.get(i), now) : nothing(3));
        }
        // The inactive ones come first, as in AWS's reports; the order of equals is ours.
        List<SigningCertificate> certificates = reading.signingCertificates().ofOwner(ownerId).stream()
                .sorted(Comparator.comparing((SigningCertificate certificate) -> isActive(certificate.status()))
                        .thenComparing(SigningCertificate::uploadDate)
                        .thenComparing(SigningCertificate::id))
                .toList();
        for (int i = 0; i < CERTIFICATES; i++) {
            fields.addAll(i < certificates.size() ? ofCertificate(certificates.get(i)) : nothing(0));
        }
    }

    private static boolean isActive(Status status) {
        return status == Status.ACTIVE;
    }

    /**
     * When it was rotated is when it was made: a change of its status does not count. One that has ended by itself is not
     * active.
     */
    private List<String> ofKey(Reading reading, AccessKey key, Instant now) {
        boolean hasEnded = KeyEnd.hasCome(reading, key, now);
        Optional<KeyUse> use = keyUses.last(reading, key.id());
        return List.of(
                String.valueOf(isActive(key.status()) && !hasEnded),
                time(key.createDate()),
                use.map(last -> time(last.date())).orElse(NOT_APPLICABLE),
                use.map(KeyUse::region).orElse(NOT_APPLICABLE),
                use.map(KeyUse::service).orElse(NOT_APPLICABLE));
    }

    private static List<String> ofCertificate(SigningCertificate certificate) {
        return List.of(String.valueOf(isActive(certificate.status())), time(certificate.uploadDate()));
    }

    /** What stands where there is nothing: not active, never rotated, and so many fields about its use. */
    private static List<String> nothing(int uses) {
        List<String> fields = new ArrayList<>(List.of("false", NOT_APPLICABLE));
        for (int i = 0; i < uses; i++) {
            fields.add(NOT_APPLICABLE);
        }
        return fields;
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Names may have commas, and nothing else that needs quotes. */
    private static String line(List<String> fields) {
        return fields.stream()
                .map(field -> field.indexOf(',') < 0 ? field : '"' + field + '"')
                .collect(Collectors.joining(","));
    }
}
