package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.claviger.operations.gate.Operation;
import io.claviger.wire.OperationModel;
import io.claviger.wire.Service;
import io.claviger.wire.ServiceModel;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every error that AWS's model has for an operation is looked at by a test, every parameter is read, and every member of an
 * answer is answered; or {@code unreached.tsv} says why not. Runs last: see {@link WholeRun}.
 */
class ModelledTest extends OnAWorkbench {

    private final List<Unreached> reasons = Unreached.all();

    private static Stream<OperationModel> operations() {
        return Stream.of(Service.IAM, Service.STS).flatMap(service -> ServiceModel.of(service).operations().stream());
    }

    @Test
    void everyErrorIsSeenByATestOrHasAReason() {
        assumeTrue(WholeRun.isWhole(), "some tests did not run, so nothing is known of what they reach");

        assertThat(faults(Modelled.ERROR, (model, name) -> Reached.contains(Modelled.ERROR, model.name(), name)))
                .isEmpty();
    }

    @Test
    void everyMemberOfAnswersIsAnsweredOrHasAReason() {
        assumeTrue(WholeRun.isWhole(), "some tests did not run, so nothing is known of what they reach");

        assertThat(faults(Modelled.OUTPUT, (model, name) -> Reached.contains(Modelled.OUTPUT, model.name(), name)))
                .isEmpty();
    }

    @Test
    void everyParameterIsReadOrHasAReason() throws IOException, URISyntaxException {
        Set<String> calls = calls();

        assertThat(faults(Modelled.INPUT, (model, name) -> isRead(calls, model, name)))
                .isEmpty();
    }

    /** What neither is there nor has a reason, and what both is there and has one. */
    private Stream<String> faults(Modelled kind, BiPredicate<OperationModel, String> isThere) {
        return operations()
                .flatMap(model -> kind.of(model).stream().flatMap(name -> {
                    boolean there = isThere.test(model, name);
                    boolean excused = reasons.stream().anyMatch(reason -> reason.covers(kind, model, name));
                    String line = String.join(" ", kind.word(), model.name(), name);
                    return there == excused
                            ? Stream.of(there ? line + " has a reason in vain" : line + " has no reason")
                            : Stream.empty();
                }));
    }

    private static boolean isRead(Set<String> calls, OperationModel model, String name) {
        String call = name.contains(".") ? name : model.requestClass().getSimpleName() + "." + name;
        return calls.contains(call.toLowerCase(Locale.ROOT));
    }

    /** The methods that the operations' classes name, each as a class and a method, in lower case. */
    private static Set<String> calls() throws IOException, URISyntaxException {
        Set<String> calls = new HashSet<>();
        Path classes = Path.of(Operation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassFile.of().parse(file).constantPool().forEach(entry -> {
                    if (entry instanceof MemberRefEntry member) {
                        String owner = member.owner().asInternalName();
                        String method = member.name().stringValue().replaceAll("AsStrings?$", "");
                        calls.add(
                                (owner.substring(owner.lastIndexOf('/') + 1) + "." + method).toLowerCase(Locale.ROOT));
                    }
                });
            }
        }
        return calls;
    }

    @Test
    void noReasonIsGivenForWhatIsNotModelled() {
        assertThat(reasons)
                .allMatch(reason -> operations()
                        .anyMatch(model -> reason.kind().of(model).stream()
                                .anyMatch(name -> reason.covers(reason.kind(), model, name))));
    }
}
