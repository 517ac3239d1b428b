package io.claviger.server.start;

/** What is or is not to be. */
enum Switch {
    ON,
    OFF
}
