package io.claviger.storage;

import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the parts of the contract stand on: a store with two accounts and nothing else in it. */
interface ContractGround {

    /** The store of this test. */
    Store store();

    /** Asks the store, each question in a transaction of its own. */
    default Reading now() {
        return answering(
                Reading.class,
                (family, _) -> answering(
                        family.getReturnType(),
                        (question, arguments) ->
                                store().read(reading -> invoke(question, invoke(family, reading), arguments))));
    }

    private static <T> T answering(Class<T> type, BiFunction<Method, @Nullable Object[], @Nullable Object> answer) {
        Object proxy = Proxy.newProxyInstance(
                ContractGround.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> answer.apply(method, arguments));
        return type.cast(proxy);
    }

    private static Object invoke(Method method, Object receiver, @Nullable Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
