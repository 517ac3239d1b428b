package io.claviger.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Writes the values of one type, in whichever form the answer has. Thread-safe. */
sealed interface OutputValue {

    void write(Object value, AnswerBuffer answer);

    static OutputValue of(SdkField<?> field) {
        return switch (ValueKind.of(field)) {
            case STRING -> new Text();
            case INTEGER, LONG, DOUBLE, BOOLEAN -> new Plain();
            case TIMESTAMP -> new Timestamp();
            case BLOB -> new Blob();
            case STRUCTURE -> new Structure();
            case LIST -> new Elements(of(field.getRequiredTrait(ListTrait.class).memberFieldInfo()));
            case MAP -> new Entries(of(field.getRequiredTrait(MapTrait.class).valueFieldInfo()));
        };
    }

    static OutputValue percentEncoded() {
        return new PercentEncoded();
    }

    /** Text. */
    record Text() implements OutputValue {
        @Override
        public void write(Object value, AnswerBuffer answer) {
            answer.text((String) value);
        }
    }

    /** Text that goes percent-encoded. */
    record PercentEncoded() implements OutputValue {
        @Override
        public void write(Object value, AnswerBuffer answer) {
            answer.percentEncoded((String) value);
        }
    }

    /** A number or a truth value. */
    record Plain() implements OutputValue {
        @Override
        public void write(Object value, AnswerBuffer answer) {
            answer.plain(value);
        }
    }

    /** A moment. */
    record Timestamp() implements OutputValue {
        @Override
        public void write(Object value, AnswerBuffer answer) {
            answer.timestamp((Instant) value);
        }
    }

    /** Bytes. */
    record Blob() implements OutputValue {
        @Override
        public void write(Object value, AnswerBuffer answer) {
            answer.binary(((SdkBytes) value).asByteArrayUnsafe());
        }
    }

    /** A list. */
    record Elements(OutputValue element) implements OutputValue {
        @Override
        public void write(Object value, AnswerBuffer answer) {
            answer.openList();
            for (Object one : (List<?>) value) {
                answer.openElement();
                element.write(one, answer);
                answer.closeElement();
            }
            answer.closeList();
        }
    }

    /** A map. */
    record Entries(OutputValue element) implements OutputValue {
        @Override
        public void write(Object value, AnswerBuffer answer) {
            answer.openMap();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                answer.openEntry((String) entry.getKey());
                element.write(entry.getValue(), answer);
                answer.closeEntry();
            }
            answer.closeMap();
        }
    }

    /** A structure. Its shape is found with its first value, since shapes may refer to each other. */
    final class Structure implements OutputValue {
        private volatile @Nullable OutputShape shape;

        @Override
        public void write(Object value, AnswerBuffer answer) {
            OutputShape known = shape;
            if (known == null) {
                known = OutputShape.of((SdkPojo) value);
                shape = known;
            }
            known.write((SdkPojo) value, answer);
        }
    }
}
