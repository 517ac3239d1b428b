package io.claviger.powershell.language;

import java.util.function.Supplier;

/** Which jumps are allowed at a place: none may leave a {@code finally} block. */
final class JumpRules {

    private boolean inFinally;
    private boolean inItsLoop;

    /** Reads a {@code finally} block. */
    <T> T finallyBlock(Supplier<T> block) {
        return within(true, false, block);
    }

    /** Reads the body of a loop. */
    <T> T loop(Supplier<T> body) {
        return within(inFinally, true, body);
    }

    /** Reads the body of a function or a script block, which no jump within it leaves. */
    <T> T body(Supplier<T> body) {
        return within(false, false, body);
    }

    private <T> T within(boolean last, boolean loop, Supplier<T> read) {
        boolean lastBefore = inFinally;
        boolean loopBefore = inItsLoop;
        inFinally = last;
        inItsLoop = loop;
        try {
            return read.get();
        } finally {
            inFinally = lastBefore;
            inItsLoop = loopBefore;
        }
    }

    boolean mayReturn() {
        return !inFinally;
    }

    boolean mayLeaveLoop() {
        return !inFinally || inItsLoop;
    }
}
