package io.claviger.operations.password;

import io.claviger.access.password.NewPasswords;
import io.claviger.iam.LoginProfile;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.User;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/**
 * Login profiles: the passwords with which users sign in. If no user is named, it is the caller.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html">Manage
 *     passwords for IAM users</a>
 */
public final class LoginProfiles {

    private final NewPasswords passwords;

    /** Login profiles whose passwords are made so. */
    public LoginProfiles(NewPasswords passwords) {
        this.passwords = passwords;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                                "iam:CreateLoginProfile",
                                CreateLoginProfileRequest.class,
                                NamedUser.targetOrCaller(CreateLoginProfileRequest::userName),
                                this::create)
                        .patient(),
                Operation.on(
                        "iam:GetLoginProfile",
                        GetLoginProfileRequest.class,
                        NamedUser.targetOrCaller(GetLoginProfileRequest::userName),
                        LoginProfiles::get),
                Operation.on(
                                "iam:UpdateLoginProfile",
                                UpdateLoginProfileRequest.class,
                                NamedUser.target(UpdateLoginProfileRequest::userName),
                                this::update)
                        .patient(),
                Operation.on(
                        "iam:DeleteLoginProfile",
                        DeleteLoginProfileRequest.class,
                        NamedUser.targetOrCaller(DeleteLoginProfileRequest::userName),
                        LoginProfiles::delete));
    }

    private CreateLoginProfileResponse create(Execution<CreateLoginProfileRequest> execution) {
        Call call = execution.call();
        CreateLoginProfileRequest request = execution.request();
        String password = request.password();
        if (password == null) {
            throw Refused.validation("1 validation error detected: Value at 'password' failed to satisfy constraint:"
                    + " Member must not be null");
        }
        Known known = execution.read(reading -> Known.of(reading, ProfileUser.in(reading, call, request.userName())));
        requireNone(known);
        known.requireNoViolation(passwords, password);
        PasswordHash hash = passwords.hash(password);
        Instant now = call.time().truncatedTo(ChronoUnit.SECONDS);
        LoginProfile profile = new LoginProfile(
                call.accountId(),
                known.user().id(),
                now,
                hash,
                now,
                Boolean.TRUE.equals(request.passwordResetRequired()),
                List.of());
        User user = execution.write(writing -> {
            Known latest = Known.of(writing, ProfileUser.in(writing, call, request.userName()));
            requireNone(latest);
            known.requireSame(latest);
            writing.insert(profile);
            return latest.user();
        });
        return CreateLoginProfileResponse.builder()
                .loginProfile(shape(user, profile))
                .build();
    }

    private static void requireNone(Known known) {
        if (known.profile().isPresent()) {
            throw Refused.alreadyExists("Login Profile for user " + known.user().name() + " already exists.");
        }
    }

    private static GetLoginProfileResponse get(Execution<GetLoginProfileRequest> execution) {
        Known known = execution.read(reading -> Known.of(
                reading,
                ProfileUser.in(reading, execution.call(), execution.request().userName())));
        return GetLoginProfileResponse.builder()
                .loginProfile(shape(known.user(), known.required()))
                .build();
    }

    private UpdateLoginProfileResponse update(Execution<UpdateLoginProfileRequest> execution) {
        Call call = execution.call();
        UpdateLoginProfileRequest request = execution.request();
        Known known = execution.read(reading -> Known.of(reading, NamedUser.in(reading, call, request.userName())));
        LoginProfile present = known.required();
        LoginProfile changed = changed(call, known, present, request.password());
        LoginProfile updated = Optional.ofNullable(request.passwordResetRequired())
                .map(changed::withReset)
                .orElse(changed);
        execution.write(writing -> {
            known.requireSame(Known.of(writing, NamedUser.in(writing, call, request.userName())));
            if (!updated.equals(present)) {
                writing.update(updated);
            }
            return updated;
        });
        return UpdateLoginProfileResponse.builder().build();
    }

    private LoginProfile changed(Call call, Known known, LoginProfile present, @Nullable String password) {
        if (password == null) {
            return present;
        }
        known.requireNoViolation(passwords, password);
        return present.with(
                passwords.hash(password),
                call.time().truncatedTo(ChronoUnit.SECONDS),
                present.resetRequired(),
                NewPasswords.remembered(known.policy()));
    }

    private static DeleteLoginProfileResponse delete(Execution<DeleteLoginProfileRequest> execution) {
        execution.write(writing -> {
            LoginProfile profile = Known.of(
                            writing,
                            ProfileUser.in(
                                    writing,
                                    execution.call(),
                                    execution.request().userName()))
                    .required();
            writing.delete(profile);
            return profile;
        });
        return DeleteLoginProfileResponse.builder().build();
    }

    private static software.amazon.awssdk.services.iam.model.LoginProfile shape(User user, LoginProfile profile) {
        return software.amazon.awssdk.services.iam.model.LoginProfile.builder()
                .userName(user.name())
                .createDate(profile.createDate())
                .passwordResetRequired(profile.resetRequired())
                .build();
    }
}
