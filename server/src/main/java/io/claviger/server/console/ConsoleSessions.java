package io.claviger.server.console;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.PackedDetails;
import io.claviger.access.Session;
import io.claviger.access.SessionDetails;
import io.claviger.iam.AccessKeyIds;
import io.claviger.iam.ConsoleSession;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import io.claviger.server.signin.Person;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in to the console. A browser keeps a secret; the store keeps its hash, so that a session ends on all
 * servers of a deployment at once, and a copy of the database signs nobody in. A session ends with signing out, after
 * {@link #LONGEST}, after {@link #IDLE} without use, and with the password that it began with. Thread-safe.
 */
final class ConsoleSessions {

    /** How long a session lasts, however much it is used. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** How long a session lasts without being used. */
    static final Duration IDLE = Duration.ofHours(1);

    /** How long the credentials of a session are good, which the page renews while somebody uses it. */
    static final Duration CREDENTIALS = Duration.ofMinutes(15);

    private static final int SECRET_BYTES = 32;
    private static final String NO_PASSWORD = "";

    private final Transactions store;
    private final AccessKeyIds ids;
    private final SecureRandom random;
    private final InstantSource clock;

    ConsoleSessions(Transactions store, AccessKeyIds ids, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A session that has begun.
     *
     * @param secret for the browser
     */
    record Begun(String secret, ConsoleSession session) {

        @Override
        public String toString() {
            return "Begun[" + session.ownerId() + "]";
        }
    }

    /**
     * Begins the session of a person who has just shown their password.
     *
     * @param changed whether they have replaced it, so that it is not the one that they were looked up with
     * @return empty if the password has been replaced by somebody else meanwhile
     */
    Optional<Begun> begin(Person person, boolean changed, SessionDetails details) {
        return store.write(writing -> Person.ofOwner(writing, person.accountId(), person.ownerId())
                .map(Person::password)
                .filter(password -> changed || password.equals(person.password()))
                .map(password ->
                        begin(writing, person.accountId(), person.ownerId(), proof(password), details, LONGEST)));
    }

    /** Begins the session of a person for whom an identity provider vouched, in a role. */
    Begun begin(Session role, String accountId, Duration lasting) {
        return store.write(writing -> begin(
                writing,
                accountId,
                role.ownerId(),
                NO_PASSWORD,
                role.credential().details(),
                lasting.compareTo(LONGEST) < 0 ? lasting : LONGEST));
    }

    private Begun begin(
            Writing writing, String accountId, String ownerId, String proof, SessionDetails details, Duration lasting) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ConsoleSession session = new ConsoleSession(
                accountId,
                hash(secret),
                ownerId,
                proof,
                Base64.getEncoder().encodeToString(PackedDetails.pack(details)),
                now,
                now,
                now.plus(lasting));
        writing.insert(session);
        return new Begun(secret, session);
    }

    /** The session of a secret, which counts as used now; empty if there is none, or it is over. */
    Optional<ConsoleSession> use(String secret) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id = hash(secret);
        return store.write(writing -> writing.consoleSessions().byId(id).flatMap(session -> {
            if (!isGoodAt(now, session, writing)) {
                writing.delete(session);
                return Optional.empty();
            }
            ConsoleSession used = session.used(now);
            if (!used.equals(session)) {
                writing.update(used);
            }
            return Optional.of(used);
        }));
    }

    private static boolean isGoodAt(Instant now, ConsoleSession session, Reading reading) {
        return now.isBefore(session.endsAt())
                && now.isBefore(session.lastUsedAt().plus(IDLE))
                && (session.proof().equals(NO_PASSWORD)
                        || Person.ofOwner(reading, session.accountId(), session.ownerId())
                                .filter(person -> proof(person.password()).equals(session.proof()))
                                .isPresent());
    }

    /** Credentials of a session. They end with it, and count as made when the person signed in. */
    Session credentials(ConsoleSession session) {
        Instant end = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(CREDENTIALS);
        Temporary credential = new Temporary(
                ids.temporary(session.accountId()),
                session.proof().equals(NO_PASSWORD) ? Origin.ASSUMED_ROLE : Origin.SIGN_IN,
                session.startedAt(),
                end.isBefore(session.endsAt()) ? end : session.endsAt(),
                details(session).endingWith(session.id()));
        return new Session(credential, session.ownerId(), ids.secret());
    }

    private static SessionDetails details(ConsoleSession session) {
        return PackedDetails.unpack(Base64.getDecoder().decode(session.details()));
    }

    /**
     * Ends the session of a secret.
     *
     * @param everywhere whether all sessions of the same person end
     * @return the session that has ended; empty if there was none
     */
    Optional<ConsoleSession> end(String secret, boolean everywhere) {
        String id = hash(secret);
        return store.write(writing -> {
            Optional<ConsoleSession> ended = writing.consoleSessions().byId(id);
            ended.ifPresent(session -> {
                List<ConsoleSession> all = everywhere ? ofSamePerson(writing, session) : List.of(session);
                all.forEach(writing::delete);
            });
            return ended;
        });
    }

    /** Of a role, only those of the same name: others are other people's. */
    private static List<ConsoleSession> ofSamePerson(Reading reading, ConsoleSession session) {
        String name = details(session).name();
        return reading.consoleSessions().ofOwner(session.ownerId()).stream()
                .filter(other -> details(other).name().equals(name))
                .toList();
    }

    private static String proof(PasswordHash password) {
        return hash(password.encoded());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
