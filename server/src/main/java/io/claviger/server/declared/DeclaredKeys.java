package io.claviger.server.declared;

import io.claviger.iam.Quotas;
import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.profiles.FileKind;
import io.claviger.profiles.ProfileFile;
import io.claviger.profiles.ProfileText;
import io.claviger.profiles.UnusableProfile;
import io.claviger.server.composition.RootAccess;
import io.claviger.server.declared.Declaration.AccessKey;
import io.claviger.storage.FileTrouble;
import io.claviger.storage.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * The steps for access keys that are declared.
 *
 * @param program what the audit trail shows of keys that were made elsewhere
 */
record DeclaredKeys(RootAccess root, String accountId, String program) {

    private static final String KEY_ID = "aws_access_key_id";

    /**
     * The step for a key, if one is needed.
     *
     * @param there the IDs of the user's keys
     */
    void key(Steps steps, String user, AccessKey wanted, List<String> there) {
        switch (wanted) {
            case AccessKey.Given given -> given(steps, user, given, there);
            case AccessKey.Written written -> written(steps, user, written, there);
        }
    }

    private void given(Steps steps, String user, AccessKey.Given given, List<String> there) {
        if (there.contains(given.id())) {
            return;
        }
        if (root.hasAccessKey(given.id())) {
            throw given.place().wrong("the access key " + given.id() + " is somebody else's: give another one");
        }
        steps.add(given.place(), "give user " + user + " the access key " + given.id(), () -> {
            int most = Quotas.AWS.accessKeysPerUser();
            if (steps.iam()
                            .listAccessKeys(list -> list.userName(user))
                            .accessKeyMetadata()
                            .size()
                    >= most) {
                throw given.place()
                        .wrong("user " + user + " has " + most + " access keys, and cannot have more: delete one");
            }
            root.give(accountId, user, new GivenKey(given.id(), given.secret()), program);
        });
    }

    /** A file that is there has the key; it is never written over. */
    private static void written(Steps steps, String user, AccessKey.Written written, List<String> there) {
        if (!Files.exists(written.file())) {
            steps.add(
                    written.place(),
                    "create an access key of user " + user + " and write it to " + written.file(),
                    () -> create(steps.iam(), user, written));
            return;
        }
        String id = keyIn(written);
        if (!there.contains(id)) {
            throw written.place()
                    .wrong(written.file() + " is there, but its profile " + written.profile()
                            + " has no access key of user " + user + ": move the file away, or name another one");
        }
    }

    private static String keyIn(AccessKey.Written written) {
        try {
            ProfileText text = new ProfileFile(written.file(), FileKind.CREDENTIALS).read();
            return text.profiles().contains(written.profile())
                    ? text.settings(written.profile()).getOrDefault(KEY_ID, "")
                    : "";
        } catch (IOException e) {
            throw written.place().wrong(written.file() + " cannot be read: " + FileTrouble.reason(e, written.file()));
        } catch (UnusableProfile e) {
            throw written.place().wrong(written.file() + " cannot be read: " + e.getMessage());
        }
    }

    private static void create(IamClient iam, String user, AccessKey.Written written) {
        var key = iam.createAccessKey(create -> create.userName(user)).accessKey();
        Path file = written.file();
        try {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put(KEY_ID, key.accessKeyId());
            settings.put("aws_secret_access_key", key.secretAccessKey());
            PrivateFiles.write(
                    file,
                    ProfileText.parse(FileKind.CREDENTIALS, "")
                            .with(written.profile(), settings)
                            .text()
                            .getBytes(StandardCharsets.UTF_8));
            PrivateFiles.sync(file.toAbsolutePath().getParent());
        } catch (IOException | UnusableProfile e) {
            // Nobody would ever know the secret.
            iam.deleteAccessKey(delete -> delete.userName(user).accessKeyId(key.accessKeyId()));
            throw written.place()
                    .wrong(file + " cannot be written: "
                            + (e instanceof IOException failed ? FileTrouble.reason(failed, file) : e.getMessage()));
        }
    }
}
