package io.claviger.cmdlets.launch;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import javax.crypto.Mac;
import javax.xml.stream.XMLInputFactory;

/**
 * What every call to a service has the JDK make ready, and what takes it as long as the call itself: begun beside the reading
 * of the line, which needs another processor. The JDK's own things alone, whose initialization may run on any thread.
 */
final class Ahead {

    private static final String INTERCEPTORS = "software/amazon/awssdk/global/handlers/execution.interceptors";

    private Ahead() {}

    /** Begins, and returns at once. Nothing waits for it, and nothing fails when it does. */
    static void begin() {
        Thread.ofPlatform().daemon().name("ahead").start(Ahead::prepare);
    }

    private static void prepare() {
        try {
            // The SDK asks all libraries on the class path for such files, and each is opened for that.
            Collections.list(ClassLoader.getSystemResources(INTERCEPTORS));
            MessageDigest.getInstance("SHA-256");
            Mac.getInstance("HmacSHA256");
            URI.create("http://localhost").toURL().openConnection();
            XMLInputFactory.newFactory();
        } catch (GeneralSecurityException | IOException _) {
            // The call itself will tell.
        }
    }
}
