package io.claviger.model.sts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sts.model.StsRequest;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Asks for temporary credentials that may do less, or end earlier, than those of the caller. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html">GetScopedCredentials</a>
 */
@NullUnmarked // as the SDK's own classes are: a member that is not set is null
public final class GetScopedCredentialsRequest extends StsRequest
        implements Members.Holder, ToCopyableBuilder<GetScopedCredentialsRequest.Builder, GetScopedCredentialsRequest> {

    private static final String POLICY = "Policy";
    private static final String DURATION = "DurationSeconds";
    private static final String MINIMUM_SIZE = "MinimumSessionTokenSize";
    private static final String DESCRIPTION = "ScopedSessionDescription";
    private static final List<SdkField<?>> FIELDS = List.of(
            Members.text(POLICY), Members.number(DURATION), Members.number(MINIMUM_SIZE), Members.text(DESCRIPTION));
    private static final Map<String, SdkField<?>> BY_NAME = Members.byName(FIELDS);

    private final Map<String, Object> values;

    private GetScopedCredentialsRequest(Builder builder) {
        super(builder);
        this.values = Map.copyOf(builder.values);
    }

    /** An empty one, to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /** The policy that limits the new credentials, besides all that limits the caller. */
    public String policy() {
        return Members.value(this, POLICY, String.class);
    }

    /** How long they last, in seconds; as long as the caller's if it is null. */
    public Integer durationSeconds() {
        return Members.value(this, DURATION, Integer.class);
    }

    /** How many bytes the session token has at least. */
    public Integer minimumSessionTokenSize() {
        return Members.value(this, MINIMUM_SIZE, Integer.class);
    }

    /** What the audit trail says of the call. */
    public String scopedSessionDescription() {
        return Members.value(this, DESCRIPTION, String.class);
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
        return other instanceof GetScopedCredentialsRequest same && values.equals(same.values);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof GetScopedCredentialsRequest request
                && values.equals(request.values);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return "GetScopedCredentialsRequest" + values;
    }

    /** Fills one. Not thread-safe. */
    public static final class Builder extends StsRequest.BuilderImpl
            implements SdkPojo,
                    Members.Holder,
                    CopyableBuilder<GetScopedCredentialsRequest.Builder, GetScopedCredentialsRequest> {

        private final Map<String, Object> values = new HashMap<>();

        private Builder() {}

        private Builder(GetScopedCredentialsRequest model) {
            super(model);
            values.putAll(model.values);
        }

        /** Sets it. */
        public Builder policy(String value) {
            return with(POLICY, value);
        }

        /** Sets it. */
        public Builder durationSeconds(Integer value) {
            return with(DURATION, value);
        }

        /** Sets it. */
        public Builder minimumSessionTokenSize(Integer value) {
            return with(MINIMUM_SIZE, value);
        }

        /** Sets it. */
        public Builder scopedSessionDescription(String value) {
            return with(DESCRIPTION, value);
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
        public Builder overrideConfiguration(AwsRequestOverrideConfiguration configuration) {
            super.overrideConfiguration(configuration);
            return this;
        }

        @Override
        public Builder overrideConfiguration(Consumer<AwsRequestOverrideConfiguration.Builder> configuration) {
            super.overrideConfiguration(configuration);
            return this;
        }

        @Override
        public Map<String, Object> values() {
            return values;
        }

        @Override
        public GetScopedCredentialsRequest build() {
            return new GetScopedCredentialsRequest(this);
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
