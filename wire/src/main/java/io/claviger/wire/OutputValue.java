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

/** Writes the values of one type. Thread-safe. */
sealed interface OutputValue {

    void write(Object value, XmlBuffer xml);

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
        public void write(Object value, XmlBuffer xml) {
            xml.text((String) value);
        }
    }

    /** Text that goes percent-encoded. */
    record PercentEncoded() implements OutputValue {
        @Override
        public void write(Object value, XmlBuffer xml) {
            xml.percentEncoded((String) value);
        }
    }

    /** What its Java text form already is. */
    record Plain() implements OutputValue {
        @Override
        public void write(Object value, XmlBuffer xml) {
            xml.text(value.toString());
        }
    }

    /** A moment. */
    record Timestamp() implements OutputValue {
        @Override
        public void write(Object value, XmlBuffer xml) {
            xml.timestamp((Instant) value);
        }
    }

    /** Bytes, as base64. */
    record Blob() implements OutputValue {
        @Override
        public void write(Object value, XmlBuffer xml) {
            xml.base64(((SdkBytes) value).asByteArrayUnsafe());
        }
    }

    /** A list. */
    record Elements(OutputValue element) implements OutputValue {
        private static final Markup OPEN = Markup.of("<member>");
        private static final Markup CLOSE = Markup.of("</member>");

        @Override
        public void write(Object value, XmlBuffer xml) {
            for (Object one : (List<?>) value) {
                xml.markup(OPEN);
                element.write(one, xml);
                xml.markup(CLOSE);
            }
        }
    }

    /** A map. */
    record Entries(OutputValue element) implements OutputValue {
        private static final Markup OPEN = Markup.of("<entry><key>");
        private static final Markup BETWEEN = Markup.of("</key><value>");
        private static final Markup CLOSE = Markup.of("</value></entry>");

        @Override
        public void write(Object value, XmlBuffer xml) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                xml.markup(OPEN);
                xml.text((String) entry.getKey());
                xml.markup(BETWEEN);
                element.write(entry.getValue(), xml);
                xml.markup(CLOSE);
            }
        }
    }

    /** A structure. Its shape is found with its first value, since shapes may refer to each other. */
    final class Structure implements OutputValue {
        private volatile @Nullable OutputShape shape;

        @Override
        public void write(Object value, XmlBuffer xml) {
            OutputShape known = shape;
            if (known == null) {
                known = OutputShape.of((SdkPojo) value);
                shape = known;
            }
            known.write((SdkPojo) value, xml);
        }
    }
}
