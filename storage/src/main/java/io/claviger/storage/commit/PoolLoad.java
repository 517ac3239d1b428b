package io.claviger.storage.commit;

import java.util.function.LongConsumer;

/** How busy a pool of sessions is. Thread-safe. */
public interface PoolLoad {

    /** How many of its sessions are in use. */
    int used();

    /** How many are open and wait to be used. */
    int idle();

    /** How many threads wait for one. */
    int waiting();

    /** Has each wait for a session taken down, in nanoseconds, with the time that it took to open one if none was. */
    void timing(LongConsumer nanos);
}
