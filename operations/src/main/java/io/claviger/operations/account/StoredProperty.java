package io.claviger.operations.account;

import io.claviger.iam.AccountProperty;
import io.claviger.iam.store.Writing;

/** A property of an account, whether it was there before or not. */
final class StoredProperty {

    private StoredProperty() {}

    static void set(Writing writing, AccountProperty wanted) {
        writing.accounts()
                .property(wanted.accountId(), wanted.name())
                .ifPresentOrElse(_ -> writing.update(wanted), () -> writing.insert(wanted));
    }
}
