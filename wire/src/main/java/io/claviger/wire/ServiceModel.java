package io.claviger.wire;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a service's model that the AWS SDK's classes do not carry: its operations, constraints and errors, read
 * once from the tables beside this class. Immutable.
 */
public final class ServiceModel {

    private static final int CODE = 1;
    private static final int STATUS = 2;
    private static final int OPERATION = 1;

    private static final Map<Service, ServiceModel> MODELS = load();

    private final Service service;
    private final Map<String, OperationModel> operations;
    private final Map<String, Integer> statuses;

    private ServiceModel(Service service) {
        this.service = service;
        Map<String, List<String[]>> inputs =
                ModelTable.rows("inputs.tsv", service).stream().collect(Collectors.groupingBy(row -> row[OPERATION]));
        Map<String, OperationModel> byName = new LinkedHashMap<>();
        for (String[] row : ModelTable.rows("operations.tsv", service)) {
            String name = row[OPERATION];
            byName.put(name, new OperationModel(service, row, inputs.getOrDefault(name, List.of())));
        }
        this.operations = Collections.unmodifiableMap(byName);
        this.statuses = ModelTable.rows("errors.tsv", service).stream()
                .filter(row -> !row[STATUS].isEmpty())
                .collect(Collectors.toUnmodifiableMap(row -> row[CODE], row -> Integer.valueOf(row[STATUS])));
    }

    private static Map<Service, ServiceModel> load() {
        Map<Service, ServiceModel> models = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            models.put(service, new ServiceModel(service));
        }
        return models;
    }

    /** The model of that service. */
    public static ServiceModel of(Service service) {
        ServiceModel model = MODELS.get(service);
        if (model == null) {
            throw new IllegalStateException("No model of " + service);
        }
        return model;
    }

    /** Whose model it is. */
    public Service service() {
        return service;
    }

    /** All its operations, by name. */
    public Collection<OperationModel> operations() {
        return operations.values();
    }

    /** The operation of exactly that name; null when there is none. */
    public @Nullable OperationModel operation(String action) {
        return operations.get(action);
    }

    /** The operation that the parameters {@code Action} and {@code Version} ask for. */
    public Requested requested(Parameters parameters) {
        String action = parameters.action();
        if (action == null || action.isEmpty()) {
            return new Requested.Unknown(WireError.missingAction());
        }
        String version = parameters.version();
        if (version == null) {
            return new Requested.Unknown(WireError.missingVersion(action));
        }
        OperationModel operation = version.equals(service.version()) ? operation(action) : null;
        return operation == null
                ? new Requested.Unknown(WireError.invalidAction(action, version))
                : new Requested.Known(operation);
    }

    /** The HTTP status of an error code; 400 for one that is neither in the model nor common to all services. */
    public int status(String errorCode) {
        Integer status = statuses.get(errorCode);
        return status == null ? Quirks.commonStatus(errorCode) : status;
    }

    /** An error of this service under its status. */
    public WireError error(String errorCode, String message) {
        return new WireError(errorCode, status(errorCode), message);
    }

    /** Which operation a request asks for. */
    public sealed interface Requested {

        /** This one. */
        record Known(OperationModel operation) implements Requested {}

        /** None that there is. */
        record Unknown(WireError error) implements Requested {}
    }
}
