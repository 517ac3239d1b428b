package io.claviger.wire;

import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;

/** Finds the AWS SDK's classes of an operation, whose names it forms from the operation's. */
final class ModelClasses {

    private static final Pattern CAPITALS = Pattern.compile("([A-Z])([A-Z]+)(?=[A-Z][a-z]|$)");

    private ModelClasses() {}

    /** Of {@code GetSSHPublicKey} the SDK makes {@code GetSshPublicKey}. */
    static String javaName(String operation) {
        return CAPITALS.matcher(operation)
                .replaceAll(run -> run.group(1) + run.group(2).toLowerCase(Locale.ROOT));
    }

    /**
     * A class of the SDK's model, not yet initialized.
     *
     * @throws IllegalStateException if the SDK has none of that name
     */
    static Class<?> find(Service service, String operation, String suffix) {
        String name = service.modelPackage() + "." + javaName(operation) + suffix;
        try {
            return Class.forName(name, false, ModelClasses.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("The AWS SDK has no class " + name, missing);
        }
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
