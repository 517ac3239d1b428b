package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.insert;

import io.claviger.iam.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** All that the port promises, asked of a real store. Whoever implements the port extends this and opens a store. */
abstract class StoreContract
        implements KeepingContract,
                CountingContract,
                RoleContract,
                SamlProviderContract,
                ConsoleContract,
                PasswordContract,
                OrganizationContract,
                IssuerContract,
                AccountPropertyContract,
                MfaContract,
                FidoContract,
                HardwareTokenContract,
                OidcProviderContract,
                CredentialContract,
                ListingContract,
                RefusingContract,
                ManyThreadsContract,
                TransactionContract,
                FreshnessContract {

    private Store store;

    /** A new store without anything in it. */
    abstract Store open();

    @BeforeEach
    void openWithTwoAccounts() {
        store = open();
        insert(store, account(ACCOUNT), account(OTHER_ACCOUNT));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }
}
