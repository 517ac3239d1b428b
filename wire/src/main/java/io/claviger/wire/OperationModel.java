package io.claviger.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * What the service model says about one operation. Thread-safe. The SDK's classes of the operation are loaded on first
 * use, so that a start-up pays for none.
 */
public final class OperationModel {

    private static final int NAME = 1;
    private static final int RESULT_WRAPPER = 2;
    private static final int ERROR_CODES = 4;
    private static final int AUTHENTICATION = 6;

    private final Service service;
    private final String name;
    private final String resultWrapper;
    private final Set<String> errorCodes;
    private final boolean signed;
    private final List<String[]> inputs;
    private volatile @Nullable Input input;
    private volatile @Nullable Output output;

    OperationModel(Service service, String[] row, List<String[]> inputs) {
        this.service = service;
        this.name = row[NAME];
        this.resultWrapper = row[RESULT_WRAPPER];
        this.errorCodes =
                row[ERROR_CODES].isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(row[ERROR_CODES].split(",")));
        this.signed = !row[AUTHENTICATION].equals("none");
        this.inputs = inputs;
    }

    /** Its service. */
    public Service service() {
        return service;
    }

    /** Its name, the value of the parameter {@code Action}, such as {@code CreateUser}. */
    public String name() {
        return name;
    }

    /** Its name as policies have it, such as {@code iam:CreateUser}. */
    public String action() {
        return service.signingName() + ":" + name;
    }

    /** Whether its requests must be signed; two of STS bring an identity provider's token instead. */
    public boolean isSigned() {
        return signed;
    }

    /** The codes of the errors that the model declares for it. */
    public Set<String> errorCodes() {
        return errorCodes;
    }

    /** The AWS SDK's class of its requests, not yet initialized. */
    public Class<? extends AwsRequest> requestClass() {
        return ModelClasses.find(service, name, "Request").asSubclass(AwsRequest.class);
    }

    /** The operation's action. */
    @Override
    public String toString() {
        return action();
    }

    Input input() {
        Input resolved = input;
        if (resolved == null) {
            Map<String, InputRow> rows = new HashMap<>();
            inputs.forEach(columns -> {
                InputRow row = InputRow.of(columns);
                rows.put(row.path(), row.orPattern(Quirks.unmodelledPattern(name, row.path())));
            });
            resolved = Input.of(ModelClasses.newBuilder(requestClass()), rows);
            input = resolved;
        }
        return resolved;
    }

    Output output() {
        Output resolved = output;
        if (resolved == null) {
            resolved = Output.of(this, ModelClasses.find(service, name, "Response"), resultWrapper);
            output = resolved;
        }
        return resolved;
    }

    /**
     * How its requests are read.
     *
     * @param empty a request without any member, the source of builders
     * @param isFlat whether every member is one parameter
     * @param sensitive the names of the members that the model marks, wherever they stand
     */
    record Input(AwsRequest empty, InputShape shape, boolean isFlat, Set<String> sensitive) {

        static Input of(SdkPojo builder, Map<String, InputRow> rows) {
            InputShape shape = InputShape.of(builder, "", rows, 0);
            Set<String> sensitive = rows.values().stream()
                    .filter(InputRow::sensitive)
                    .map(row -> row.path().substring(row.path().lastIndexOf('.') + 1))
                    .collect(Collectors.toUnmodifiableSet());
            boolean flat =
                    shape.members().stream().allMatch(member -> member.kind().isScalar());
            return new Input(build(builder), shape, flat, sensitive);
        }

        /** A fresh one; cheaper than finding the SDK's factory method each time. */
        SdkPojo newBuilder() {
            return (SdkPojo) empty.toBuilder();
        }

        static AwsRequest build(SdkPojo builder) {
            return ((AwsRequest.Builder) builder).build();
        }
    }

    /**
     * How its responses are written.
     *
     * @param hasResult whether they have one, however few of its members are set
     */
    record Output(Class<?> responseClass, OutputShape shape, boolean hasResult, Envelope xml, Envelope json) {

        static Output of(OperationModel operation, Class<?> responseClass, String wrapper) {
            return new Output(
                    responseClass,
                    OutputShape.of((SdkPojo) ((Buildable) ModelClasses.newBuilder(responseClass)).build()),
                    !wrapper.isEmpty(),
                    Envelope.of(AnswerFormat.XML, operation.service, operation.name, wrapper),
                    Envelope.of(AnswerFormat.JSON, operation.service, operation.name, wrapper));
        }

        Envelope envelope(AnswerFormat format) {
            return switch (format) {
                case XML -> xml;
                case JSON -> json;
            };
        }
    }
}
