package io.claviger.cmdlets.launch;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import javax.crypto.Mac;
import javax.xml.stream.XMLInputFactory;

/**
 * Initializes what the JDK needs for every call to a service, which takes as long as the call itself. Runs on a second
 * thread while the line is read. Only parts of the JDK, whose initialization may run on any thread.
 */
final class WarmUp {

    private static final String INTERCEPTORS = "software/amazon/awssdk/global/handlers/execution.interceptors";

    private WarmUp() {}

    /** Begins, and returns at once. Nothing waits for it, and nothing fails if it does. */
    static void begin() {
        Thread.ofPlatform().daemon().name("ahead").start(WarmUp::prepare);
    }

    private static void prepare() {
        try {
            // The SDK looks for such files in all libraries on the class path, and each is opened for that.
            Collections.list(ClassLoader.getSystemResources(INTERCEPTORS));
            MessageDigest.getInstance("SHA-256");
            Mac.getInstance("HmacSHA256");
            URI.create("http://localhost").toURL().openConnection();
            XMLInputFactory.newFactory();
        } catch (GeneralSecurityException | IOException _) {
            // The call itself will fail, with a message.
        }
    }
}
