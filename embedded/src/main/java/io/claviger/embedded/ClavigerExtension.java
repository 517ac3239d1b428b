package io.claviger.embedded;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A JUnit 5 extension that gives each test a Claviger of its own: declare a parameter of type {@link Claviger},
 * {@link IamClient} or {@link StsClient}, and it is there, with a new account and an administrator's clients. All of it
 * ends with the test; what a class's constructor or {@code @BeforeAll} method gets ends with the class.
 *
 * <pre>{@code
 * @ExtendWith(ClavigerExtension.class)
 * class MyTest {
 *     @Test
 *     void aUserIsThere(IamClient iam) {
 *         iam.createUser(create -> create.userName("alice"));
 *     }
 * }
 * }</pre>
 */
public final class ClavigerExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ClavigerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Claviger.class || type == IamClient.class || type == StsClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Running running =
                context.getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, _ -> new Running(), Running.class);
        if (type == Claviger.class) {
            return running.claviger;
        }
        return type == IamClient.class ? running.iam : running.sts;
    }

    /** A Claviger and its administrator's clients, until the context that they were made for ends. */
    private static final class Running implements AutoCloseable {
        final Claviger claviger = Claviger.inMemory();
        final IamClient iam = claviger.iam();
        final StsClient sts = claviger.sts();

        @Override
        public void close() {
            iam.close();
            sts.close();
            claviger.close();
        }
    }
}
