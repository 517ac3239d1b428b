package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables and the AWS SDK's classes tell of the same operations, members and errors. */
class ModelCompletenessTest {

    @ParameterizedTest
    @EnumSource
    void theTablesListExactlyTheOperationsThatTheSdkAndOurOwnClassesCanCall(Service service) {
        Set<String> ofSdk = OtherEnd.calls(service)
                .map(call -> call.getParameterTypes()[0].getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ofTables = ServiceModel.of(service).operations().stream()
                .map(operation -> operation.requestClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        if (service == Service.STS) {
            ofSdk.add("GetScopedCredentialsRequest"); // a class of our own, until the SDK has one
        }
        assertThat(ofTables).isEqualTo(ofSdk).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("io.claviger.wire.EveryOperationTest#operations")
    void theTablesListExactlyTheMembersThatTheSdkSends(OperationModel operation) {
        Set<String> ofTables = ModelTable.rows("inputs.tsv", operation.service()).stream()
                .filter(row -> row[1].equals(operation.name()))
                .map(row -> InputRow.of(row).path())
                .filter(path -> !path.endsWith("{key}"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ofSdk = new TreeSet<>();
        collect(operation.input().shape(), "", ofSdk);
        assertThat(ofTables).isEqualTo(ofSdk);
    }

    private static void collect(InputShape shape, String prefix, Set<String> paths) {
        shape.members().forEach(member -> collect(member, prefix + member.name(), paths));
    }

    private static void collect(InputMember member, String path, Set<String> paths) {
        paths.add(path);
        if (member.structure() != null) {
            collect(member.structure(), path + ".", paths);
        }
        if (member.element() != null) {
            collect(member.element(), path + (member.kind() == ValueKind.LIST ? "[]" : "{}"), paths);
        }
    }

    @ParameterizedTest
    @MethodSource("io.claviger.wire.EveryOperationTest#operations")
    void aResponseWithMembersHasAResultElement(OperationModel operation) {
        String[] row = ModelTable.rows("operations.tsv", operation.service()).stream()
                .filter(one -> one[1].equals(operation.name()))
                .findFirst()
                .orElseThrow();
        Set<String> ofTables = row[3].isEmpty() ? Set.of() : Set.of(row[3].split(","));
        Set<String> ofSdk = OtherEnd.emptyResponse(operation).sdkFields().stream()
                .map(field -> field.locationName())
                .collect(Collectors.toSet());
        assertThat(ofTables).isEqualTo(ofSdk);
        assertThat(row[2]).isIn("", operation.name() + "Result");
        assertThat(ofSdk.isEmpty() || !row[2].isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.claviger.wire.EveryOperationTest#operations")
    void theErrorsOfAnOperationAreInTheTableOfErrors(OperationModel operation) {
        Set<String> codes = ModelTable.rows("errors.tsv", operation.service()).stream()
                .map(row -> row[1])
                .collect(Collectors.toSet());
        assertThat(codes).containsAll(operation.errorCodes());
    }
}
