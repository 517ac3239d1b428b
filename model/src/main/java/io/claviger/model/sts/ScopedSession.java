package io.claviger.model.sts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Whose session the credentials of {@link GetScopedCredentialsResponse} are of. Immutable. */
@NullUnmarked // as the SDK's own classes are: a member that is not set is null
public final class ScopedSession
        implements SdkPojo, Members.Holder, ToCopyableBuilder<ScopedSession.Builder, ScopedSession> {

    private static final String ID = "ScopedSessionId";
    private static final String ARN = "Arn";
    private static final List<SdkField<?>> FIELDS = List.of(Members.text(ID), Members.text(ARN));
    private static final Map<String, SdkField<?>> BY_NAME = Members.byName(FIELDS);

    private final Map<String, Object> values;

    private ScopedSession(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** An empty one, to be filled. */
    public static Builder builder() {
        return new Builder(Map.of());
    }

    /** The session's ID, such as {@code AROA…:name}. */
    public String scopedSessionId() {
        return Members.value(this, ID, String.class);
    }

    /** The session's ARN. */
    public String arn() {
        return Members.value(this, ARN, String.class);
    }

    @Override
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public Builder toBuilder() {
        return new Builder(values);
    }

    @Override
    public List<SdkField<?>> sdkFields() {
        return FIELDS;
    }

    @Override
    public Map<String, SdkField<?>> sdkFieldNameToField() {
        return BY_NAME;
    }

    @Override
    public boolean equalsBySdkFields(Object other) {
        return other instanceof ScopedSession same && values.equals(same.values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScopedSession session && values.equals(session.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "ScopedSession" + values;
    }

    /** Fills one. Not thread-safe. */
    public static final class Builder implements SdkPojo, Members.Holder, CopyableBuilder<Builder, ScopedSession> {

        private final Map<String, Object> values;

        private Builder(Map<String, Object> values) {
            this.values = new HashMap<>(values);
        }

        /** Sets the session's ID. */
        public Builder scopedSessionId(String id) {
            values.put(ID, id);
            return this;
        }

        /** Sets the session's ARN. */
        public Builder arn(String arn) {
            values.put(ARN, arn);
            return this;
        }

        @Override
        public Map<String, Object> values() {
            return values;
        }

        @Override
        public ScopedSession build() {
            return new ScopedSession(values);
        }

        @Override
        public List<SdkField<?>> sdkFields() {
            return FIELDS;
        }

        @Override
        public Map<String, SdkField<?>> sdkFieldNameToField() {
            return BY_NAME;
        }
    }
}
