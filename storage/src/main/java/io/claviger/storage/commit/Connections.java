package io.claviger.storage.commit;

/** A store's connections to a shared database, and what became of its transactions: for meters. */
public record Connections(PoolLoad reading, PoolLoad writing, Conflicts conflicts) {}
