package io.claviger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.claviger.architecture.Modules.CLASSES;
import static io.claviger.architecture.Modules.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.Partition;
import io.claviger.operations.template.RoleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Code that makes an ARN is given the partition that the server is in. */
class PartitionsTest {

    /** The classes that name one partition, each with its reason. */
    private static final Map<Class<?>, String> NAMING_ONE = Map.of(
            Partition.class,
            "It is the list of them.",
            AwsManagedPolicies.class,
            "The data has the ARNs of the partition aws, and those of others are made of them.");

    /** The classes that write a partition into ARNs, each with its reason. */
    private static final Map<Class<?>, String> WRITING_ONE = Map.of(
            RoleTemplate.class,
            "AWS's templates are known of the partition aws alone, and their policies have its ARNs.");

    @Test
    void nobodyNamesOnePartition() {
        noClasses()
                .that(not(belongToAnyOf(NAMING_ONE.keySet().toArray(Class<?>[]::new))))
                .should()
                .accessField(Partition.class, "AWS")
                .check(CLASSES);
        assertThat(CLASSES.get(AwsManagedPolicies.class).getFieldAccessesFromSelf())
                .anyMatch(access -> access.getTarget().getFullName().equals(Partition.class.getName() + ".AWS"));
    }

    @Test
    void nobodyWritesOnePartitionIntoAnArn() {
        Set<String> writing = CLASSES.stream()
                .filter(resideInAnyPackage(
                        in("embedded"), in("server"), in("operations"), in("access"), in("storage"), in("iam")))
                .filter(PartitionsTest::writesAnArn)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        assertThat(writing)
                .isEqualTo(WRITING_ONE.keySet().stream().map(Class::getName).collect(Collectors.toSet()));
    }

    /** Texts of a class, also those that are put together with others, are in its pool of constants. */
    private static boolean writesAnArn(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return StreamSupport.stream(
                            ClassFile.of()
                                    .parse(file.readAllBytes())
                                    .constantPool()
                                    .spliterator(),
                            false)
                    .anyMatch(entry -> entry instanceof StringEntry text
                            && text.stringValue().contains("arn:aws:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
