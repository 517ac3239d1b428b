package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.operations.gate.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A refused call, as a client sees it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String text;

    Refusal(ErrorCode code, String text) {
        super(code.wireName() + ": " + text);
        this.code = code.wireName();
        this.text = text;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }

    /** The refusal of a call that must be refused. */
    static Refusal of(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call);
    }

    /** Asserts that a call is refused with exactly this code and text. */
    static void assertRefused(ThrowingCallable call, String code, String text) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).withMessage(code + ": " + text);
    }

    /** Asserts that a call is refused for lack of a right. */
    static void assertDenied(ThrowingCallable call, String text) {
        assertRefused(call, "AccessDenied", text);
    }
}
