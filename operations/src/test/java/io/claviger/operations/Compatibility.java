package io.claviger.operations;

import io.claviger.policy.json.JsonWriter;
import io.claviger.wire.OperationModel;
import io.claviger.wire.Service;
import io.claviger.wire.ServiceModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which operations of AWS Claviger has, and in what they differ: as a page and as data, of one source. */
final class Compatibility {

    private static final Path NOTES = Path.of("src", "test", "resources", "notes.tsv");

    /** So many operations are named; of more, the number is. */
    private static final int MOST_NAMED = 12;

    private static final String HEAD = """
        # Compatibility

        This page lists the operations of AWS's IAM (API version 2010-05-08) and STS (2011-06-15), from AWS's own service
        models, and says which of them Claviger has. To all others Claviger answers `InvalidAction`, as AWS answers to an
        operation that does not exist. The last column says what an operation does differently, mostly because it needs a
        service of AWS that Claviger does not have. [compatibility.json](compatibility.json) has the same as data.

        `CompatibilityPageTest` writes both, from the catalog of operations and from the lists in
        `operations/src/test/resources`.
        """;

    private static final String LACKS = """

        ## What the models have and Claviger has not

        AWS's models list errors, parameters and members of answers for each operation. Claviger has all of them, except
        for these. Its tests meet every other error and every other member of an answer, and every other parameter is
        read.

        | Kind | Name | Operations | Why |
        | --- | --- | --- | --- |
        """;

    private final Catalog catalog;
    private final List<Unreached> reasons = Unreached.all();
    private final Map<String, String> notes = readNotes();

    Compatibility(Catalog catalog) {
        this.catalog = catalog;
    }

    private static Map<String, String> readNotes() {
        try {
            return Files.readAllLines(NOTES).stream()
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What operations do differently, by their names. */
    Map<String, String> notes() {
        return notes;
    }

    /** All operations that there are. */
    static Stream<OperationModel> models(Service service) {
        return ServiceModel.of(service).operations().stream().sorted(Comparator.comparing(OperationModel::name));
    }

    private boolean isSupported(OperationModel model) {
        return catalog.find(model.service().signingName(), model.name()).isPresent();
    }

    /** How many operations of how many there are. */
    String count(Service service) {
        return models(service).filter(this::isSupported).count() + " of "
                + models(service).count();
    }

    /** The page. */
    String page() {
        return HEAD
                + section("IAM", Service.IAM)
                + section("STS", Service.STS)
                + LACKS
                + reasons.stream().map(Compatibility::row).collect(Collectors.joining());
    }

    private String section(String title, Service service) {
        return "\n## " + title + ": " + count(service)
                + "\n\n| Operation | Supported | Differs from AWS |\n| --- | --- | --- |\n"
                + models(service)
                        .map(model -> "| " + model.name() + " | " + (isSupported(model) ? "yes" : "") + " | "
                                + notes.getOrDefault(model.name(), "") + " |\n")
                        .collect(Collectors.joining());
    }

    /** A reason, with all that it is given for. */
    private static String row(Unreached reason) {
        SortedSet<String> names = new TreeSet<>();
        SortedSet<String> operations = new TreeSet<>();
        Stream.of(Service.IAM, Service.STS)
                .flatMap(Compatibility::models)
                .forEach(model -> reason.kind().of(model).stream()
                        .filter(name -> reason.covers(reason.kind(), model, name))
                        .forEach(name -> {
                            names.add(name);
                            operations.add(model.name());
                        }));
        return "| " + reason.kind().word() + " | " + String.join(", ", names) + " | "
                + (operations.size() > MOST_NAMED ? operations.size() + " operations" : String.join(", ", operations))
                + " | " + reason.reason() + " |\n";
    }

    /** The data, in JSON. */
    String data() {
        JsonWriter json = new JsonWriter(true);
        json.beginObject();
        for (Service service : List.of(Service.IAM, Service.STS)) {
            json.name(service.signingName());
            json.beginObject();
            json.name("version");
            json.text(service.version());
            json.name("operations");
            json.beginArray();
            models(service).forEach(model -> {
                json.element();
                write(json, model);
            });
            json.endArray();
            json.endObject();
        }
        json.endObject();
        return json + "\n";
    }

    private void write(JsonWriter json, OperationModel model) {
        json.beginObject();
        json.name("name");
        json.text(model.name());
        json.name("supported");
        json.truth(isSupported(model));
        if (notes.containsKey(model.name())) {
            json.name("differs");
            json.text(notes.get(model.name()));
        }
        Predicate<Unreached> isAbout =
                reason -> reason.kind().of(model).stream().anyMatch(name -> reason.covers(reason.kind(), model, name));
        if (reasons.stream().anyMatch(isAbout)) {
            json.name("without");
            json.beginArray();
            reasons.stream().filter(isAbout).forEach(reason -> {
                json.element();
                write(json, model, reason);
            });
            json.endArray();
        }
        json.endObject();
    }

    private static void write(JsonWriter json, OperationModel model, Unreached reason) {
        json.beginObject();
        json.name("kind");
        json.text(reason.kind().word());
        json.name("names");
        json.texts(reason.kind().of(model).stream()
                .filter(name -> reason.covers(reason.kind(), model, name))
                .toList());
        json.name("reason");
        json.text(reason.reason());
        json.endObject();
    }
}
