package io.claviger.storage;

import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Store;
import java.lang.reflect.Proxy;

/** What the parts of the contract stand on: a store with two accounts and nothing else in it. */
interface ContractGround {

    /** The store of this test. */
    Store store();

    /** Asks the store, each question in a transaction of its own. */
    default Reading now() {
        return (Reading) Proxy.newProxyInstance(
                ContractGround.class.getClassLoader(),
                new Class<?>[] {Reading.class},
                (_, method, arguments) -> store().read(reading -> {
                    try {
                        return method.invoke(reading, arguments);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                }));
    }
}
