package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.operations.gate.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A refused call, as a client sees it. A test that looks at its code has reached an error of the operation. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String code;
    private final String text;

    Refusal(String operation, ErrorCode code, String text) {
        super(code.wireName() + ": " + text);
        this.operation = operation;
        this.code = code.wireName();
        this.text = text;
    }

    String code() {
        Reached.error(operation, code);
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
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .withMessage(code + ": " + text)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** Asserts that a call is refused for lack of a right. */
    static void assertDenied(ThrowingCallable call, String text) {
        assertRefused(call, "AccessDenied", text);
    }
}
