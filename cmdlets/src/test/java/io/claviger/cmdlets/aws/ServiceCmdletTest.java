package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

class ServiceCmdletTest {

    /** Members of the SDK's requests that are newer than the configuration of AWS Tools which the table follows. */
    private static final Set<String> NEWER = Set.of("OrderedOrganizationPolicyInputList", "PolicyExclusionList");

    static Stream<ServiceOperation> operations() {
        return OperationTable.get().all().stream();
    }

    @Test
    void everyOperationOfBothServicesHasACmdlet() {
        assertThat(OperationTable.get().all()).hasSize(192);
        assertThat(operations().filter(one -> one.service() == AwsService.IAM)).hasSize(180);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRequestTakesEveryParameterOfItsCmdletAndHasNoOtherMemberThanNewerOnes(ServiceOperation operation) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ServiceOperation.Input input : operation.inputs()) {
            values.put(
                    input.member(), sample(field(OperationMethod.of(operation).request(), input.member())));
        }
        SdkRequest request = Requests.build(OperationMethod.of(operation).request(), values);
        for (SdkField<?> field : request.sdkFields()) {
            if (NEWER.contains(field.memberName())) {
                continue;
            }
            Object set = field.getValueOrDefault(request);
            assertThat(set).as(operation.name() + "." + field.memberName()).isNotNull();
            if (set instanceof List<?> items) {
                assertThat(items).as(field.memberName()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aDescriptionNamesWhatItsOperationNeeds(ServiceOperation operation) {
        ServiceCmdlet cmdlet = ServiceCmdlet.of(operation);
        assertThat(cmdlet.description().parameters())
                .extracting(Parameter::name)
                .doesNotHaveDuplicates()
                .contains("Select", "AccessKey", "SecretKey", "Region", "EndpointUrl", "ProfileName", "Credential")
                .containsAll(operation.inputs().stream()
                        .map(ServiceOperation.Input::name)
                        .toList());
        if (!operation.target().equals("-")) {
            assertThat(cmdlet.description().parameter(operation.target())).isPresent();
        }
        if (!operation.select().equals("-") && !operation.select().equals("*")) {
            assertThat(Requests.field(OperationMethod.of(operation).response(), operation.select()))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void onlyCmdletsThatRemoveAskUnlessTold(ServiceOperation operation) {
        assertThat(ServiceCmdlet.of(operation).description().impact().name().equals("HIGH"))
                .isEqualTo(operation.cmdlet().startsWith("Remove-"));
    }

    private static SdkField<?> field(SdkPojo request, String member) {
        int line = member.indexOf('_');
        return line < 0
                ? Requests.field(request, member)
                : Requests.field(
                        Requests.field(request, member.substring(0, line))
                                .constructor()
                                .get(),
                        member.substring(line + 1));
    }

    private static Object sample(SdkField<?> field) {
        return switch (field.marshallingType().toString()) {
            case "Integer", "Long", "Double" -> 7;
            case "Boolean" -> true;
            case "SdkBytes" -> new byte[] {1};
            case "List" ->
                List.of(sample(field.getRequiredTrait(ListTrait.class).memberFieldInfo()));
            case "Map" ->
                Hashtable.of(Map.of(
                        "key", sample(field.getRequiredTrait(MapTrait.class).valueFieldInfo())));
            case "SdkPojo" -> {
                Hashtable table = new Hashtable();
                field.constructor().get().sdkFields().forEach(one -> table.put(one.memberName(), sample(one)));
                yield table;
            }
            default -> "text";
        };
    }
}
