package io.claviger.server.declared;

/**
 * One thing that is done to an account.
 *
 * @param place where it is declared
 * @param text what is done, such as {@code create user alice}
 */
record Step(Place place, String text, Runnable act) {}
