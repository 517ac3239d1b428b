package io.claviger.cmdlets.aws;

import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * The SDK's responses as objects of the pipeline. Properties are in alphabetical order, as in AWS's classes for .NET.
 * What the service did not send is {@code null}, as in AWS Tools since version 5. Times are in UTC.
 */
final class ResponseObjects {

    private static final View ROLE = new View.Table(List.of(
            new View.Column("Path", 16),
            new View.Column("RoleName", 34),
            new View.Column("RoleId", 24),
            new View.Column("CreateDate", 22),
            new View.Column("Description", 60)));

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    // The members of responses that botocore's model marks as sensitive.
    private static final Set<String> SECRETS = Set.of(
            "AccessKey.SecretAccessKey",
            "Credentials.SecretAccessKey",
            "GetWebIdentityTokenResponse.WebIdentityToken",
            "ServiceSpecificCredential.ServiceCredentialSecret",
            "ServiceSpecificCredential.ServicePassword",
            "VirtualMFADevice.Base32StringSeed",
            "VirtualMFADevice.QRCodePNG");

    /** An object's type, its fields, and those of them that are secret. */
    private record Shape(ObjectType type, List<SdkField<?>> fields, Set<String> secrets) {

        /** The type, with something else shown for secrets. */
        ObjectType showing(View.Showing secret) {
            if (secrets.isEmpty()) {
                return type;
            }
            Map<String, View.Showing> showings = new HashMap<>();
            secrets.forEach(name -> showings.put(name, secret));
            return ObjectType.viewed(
                    type.name(),
                    View.ofProperties(
                            fields.stream().map(ResponseObjects::property).toList(), showings));
        }
    }

    private final AwsService service;
    private final View.Showing secret;

    private ResponseObjects(AwsService service, View.Showing secret) {
        this.service = service;
        this.secret = secret;
    }

    /** The whole answer of an operation. */
    static ShellObject response(AwsService service, String operation, SdkPojo response) {
        return response(service, operation, response, value -> value);
    }

    /**
     * The whole answer of an operation.
     *
     * @param secret what is shown of a secret when it is printed
     */
    static ShellObject response(AwsService service, String operation, SdkPojo response, View.Showing secret) {
        return new ResponseObjects(service, secret).object(operation + "Response", response);
    }

    /** An object of a structure by its .NET name, without values; empty if the service has no such structure. */
    static Optional<ShellObject> empty(AwsService service, String type) {
        String beginning = service.model("");
        if (!type.regionMatches(true, 0, beginning, 0, beginning.length())) {
            return Optional.empty();
        }
        String name = type.substring(beginning.length());
        String javaName = name.equals("AttachedPolicyType") ? "AttachedPolicy" : name;
        try {
            Object builder = Class.forName(service.javaPackage() + javaName)
                    .getMethod("builder")
                    .invoke(null);
            if (!(builder instanceof SdkPojo pojo)) {
                return Optional.empty();
            }
            Shape shape = shape(service, name, pojo);
            ShellObject made = new ShellObject(shape.type());
            shape.fields().forEach(field -> made.with(property(field), null));
            return Optional.of(made);
        } catch (ReflectiveOperationException _) {
            return Optional.empty();
        }
    }

    /** A member's name as a property: .NET's begin with a capital letter. */
    static String property(SdkField<?> field) {
        String name = field.memberName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private ShellObject object(String name, SdkPojo pojo) {
        Shape shape = SHAPES.computeIfAbsent(pojo.getClass(), _ -> shape(service, name, pojo));
        ShellObject made = new ShellObject(shape.showing(secret));
        for (SdkField<?> field : shape.fields()) {
            made.with(property(field), value(field.getValueOrDefault(pojo)));
        }
        return made;
    }

    private static Shape shape(AwsService service, String name, SdkPojo pojo) {
        List<SdkField<?>> fields = new ArrayList<>(pojo.sdkFields());
        fields.sort((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(one.memberName(), other.memberName()));
        View view = name.equals("Role")
                ? ROLE
                : View.ofProperties(
                        fields.stream().map(ResponseObjects::property).toList());
        return new Shape(
                ObjectType.viewed(service.model(name), view),
                List.copyOf(fields),
                fields.stream()
                        .map(ResponseObjects::property)
                        .filter(property -> SECRETS.contains(name + "." + property))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SdkAutoConstructList<?> _ -> null;
            case SdkAutoConstructMap<?, ?> _ -> null;
            case Instant moment -> Moment.utc(moment);
            case SdkBytes bytes -> bytes.asByteArray();
            case List<?> items -> list(items);
            case Map<?, ?> entries -> table(entries);
            case SdkPojo pojo -> object(dotNetName(pojo), pojo);
            default -> value;
        };
    }

    private List<@Nullable Object> list(List<?> items) {
        List<@Nullable Object> made = new ArrayList<>(items.size());
        for (Object item : items) {
            made.add(value(item));
        }
        return Collections.unmodifiableList(made);
    }

    private Hashtable table(Map<?, ?> entries) {
        boolean numbers = entries.values().stream().allMatch(Integer.class::isInstance);
        Hashtable made = Hashtable.dictionary(numbers ? "System.Int32" : "System.String");
        entries.forEach((key, item) -> made.put(Text.of(key), value(item)));
        return made;
    }

    /** A structure's name in the SDK for .NET. */
    static String dotNetName(SdkPojo pojo) {
        Class<?> builtBy = pojo.getClass().getEnclosingClass();
        String javaName = (builtBy == null ? pojo.getClass() : builtBy).getSimpleName();
        // The SDK for .NET renames the first, the SDK for Java the others.
        return switch (javaName) {
            case "AttachedPolicy" -> "AttachedPolicyType";
            case "OpenIdConnectProviderListEntry" -> "OpenIDConnectProviderListEntry";
            default -> javaName;
        };
    }
}
