package io.claviger.model.sts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsResponse;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Credentials of the caller's own session that may do less, or end earlier. Immutable.
 */
@NullUnmarked // as the SDK's own classes are: a member that is not set is null
public final class GetScopedCredentialsResponse extends StsResponse
        implements Members.Holder,
                ToCopyableBuilder<GetScopedCredentialsResponse.Builder, GetScopedCredentialsResponse> {

    private static final String CREDENTIALS = "Credentials";
    private static final String SESSION = "SessionInfo";
    private static final String UTILIZATION = "SessionTokenUtilization";
    private static final String SIZE = "SessionTokenSize";
    private static final String COUNT = "ScopedPoliciesCount";
    private static final String SOURCE_IDENTITY = "SourceIdentity";
    private static final List<SdkField<?>> FIELDS = List.of(
            Members.structure(CREDENTIALS, Credentials::builder),
            Members.structure(SESSION, ScopedSession::builder),
            Members.number(UTILIZATION),
            Members.number(SIZE),
            Members.number(COUNT),
            Members.text(SOURCE_IDENTITY));
    private static final Map<String, SdkField<?>> BY_NAME = Members.byName(FIELDS);

    private final Map<String, Object> values;

    private GetScopedCredentialsResponse(Builder builder) {
        super(builder);
        this.values = Map.copyOf(builder.values);
    }

    /** An empty one, to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /** The credentials. */
    public Credentials credentials() {
        return Members.value(this, CREDENTIALS, Credentials.class);
    }

    /** Whose session it is. */
    public ScopedSession sessionInfo() {
        return Members.value(this, SESSION, ScopedSession.class);
    }

    /** How much of the room of a session token is used, in percent. */
    public Integer sessionTokenUtilization() {
        return Members.value(this, UTILIZATION, Integer.class);
    }

    /** The size of the session token in bytes. */
    public Integer sessionTokenSize() {
        return Members.value(this, SIZE, Integer.class);
    }

    /** How many policies GetScopedCredentials has laid on the session so far. */
    public Integer scopedPoliciesCount() {
        return Members.value(this, COUNT, Integer.class);
    }

    /** Who is behind the session, if it says so. */
    public String sourceIdentity() {
        return Members.value(this, SOURCE_IDENTITY, String.class);
    }

    @Override
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public Builder toBuilder() {
        return new Builder(this);
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
        return other instanceof GetScopedCredentialsResponse same && values.equals(same.values);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof GetScopedCredentialsResponse response
                && values.equals(response.values);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return "GetScopedCredentialsResponse" + values;
    }

    /** Fills one. Not thread-safe. */
    public static final class Builder extends StsResponse.BuilderImpl
            implements SdkPojo,
                    Members.Holder,
                    CopyableBuilder<GetScopedCredentialsResponse.Builder, GetScopedCredentialsResponse> {

        private final Map<String, Object> values = new HashMap<>();

        private Builder() {}

        private Builder(GetScopedCredentialsResponse model) {
            super(model);
            values.putAll(model.values);
        }

        /** Sets it. */
        public Builder credentials(Credentials value) {
            return with(CREDENTIALS, value);
        }

        /** Sets it. */
        public Builder sessionInfo(ScopedSession value) {
            return with(SESSION, value);
        }

        /** Sets it. */
        public Builder sessionTokenUtilization(Integer value) {
            return with(UTILIZATION, value);
        }

        /** Sets it. */
        public Builder sessionTokenSize(Integer value) {
            return with(SIZE, value);
        }

        /** Sets it. */
        public Builder scopedPoliciesCount(Integer value) {
            return with(COUNT, value);
        }

        /** Sets it. */
        public Builder sourceIdentity(String value) {
            return with(SOURCE_IDENTITY, value);
        }

        private Builder with(String name, Object value) {
            if (value == null) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
            return this;
        }

        @Override
        public Map<String, Object> values() {
            return values;
        }

        @Override
        public GetScopedCredentialsResponse build() {
            return new GetScopedCredentialsResponse(this);
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
