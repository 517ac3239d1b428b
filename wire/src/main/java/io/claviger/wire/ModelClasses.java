package io.claviger.wire;

import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;

/** Finds the AWS SDK's classes of an operation, whose names it forms from the operation's. */
final class ModelClasses {

    private static final Pattern CAPITALS = Pattern.compile("([A-Z])([A-Z]+)(?=[A-Z][a-z]|$)");

    /** Where the classes are that the SDK does not have yet; a package for each service. */
    private static final String OWN = "io.claviger.model.";

    private ModelClasses() {}

    /** Of {@code GetSSHPublicKey} the SDK makes {@code GetSshPublicKey}. */
    static String javaName(String operation) {
        return CAPITALS.matcher(operation)
                .replaceAll(run -> run.group(1) + run.group(2).toLowerCase(Locale.ROOT));
    }

    /**
     * A class of the SDK's model, not yet initialized; one of our own if the SDK does not have the operation yet.
     *
     * @throws IllegalStateException if there is none of that name
     */
    static Class<?> find(Service service, String operation, String suffix) {
        String name = "." + javaName(operation) + suffix;
        try {
            return load(service.modelPackage() + name);
        } catch (ClassNotFoundException notOfTheSdk) {
            try {
                return load(OWN + service.signingName() + name);
            } catch (ClassNotFoundException missing) {
                throw new IllegalStateException("The AWS SDK has no class " + service.modelPackage() + name, missing);
            }
        }
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, ModelClasses.class.getClassLoader());
    }

    /** An empty builder of a class of the SDK's model. */
    static SdkPojo newBuilder(Class<?> modelClass) {
        try {
            return (SdkPojo) modelClass.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("The AWS SDK's " + modelClass.getName() + " has no builder", broken);
        }
    }
}
