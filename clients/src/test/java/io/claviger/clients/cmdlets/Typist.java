package io.claviger.clients.cmdlets;

/** Types lines at the cmdlets, and sees what comes. */
interface Typist extends AutoCloseable {

    /**
     * What came of a line.
     *
     * @param exit what the process ends with, or would end with, were it the only line
     */
    record Shown(String out, String err, int exit) {}

    /** Types a line, with what is read from standard input, where so many columns are. */
    Shown type(String line, String input, int width) throws Exception;

    @Override
    void close();
}
