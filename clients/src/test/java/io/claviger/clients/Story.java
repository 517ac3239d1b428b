package io.claviger.clients;

import static io.claviger.clients.Call.iam;
import static io.claviger.clients.Call.sts;
import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Answer.Refusal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What administrators and users do with a client, step by step on an empty account. A step builds on those before it;
 * one that lacks what an earlier one should have made fails too.
 */
final class Story extends SimulatorSteps {

    // AWS ends this sentence without a period where the token, not the key, is at fault.
    private static final String INVALID_SESSION = "The security token included in the request is invalid";

    private Story(Program program, Client client) {
        super(program, client);
    }

    /** The steps, to be run in their order. */
    static Stream<DynamicTest> steps(Program program, Client client) {
        Story story = new Story(program, client);
        story.administratorMakesUsersAndKeys();
        story.aliceMayDoNothingYet();
        story.alicePolicyLetsHerRotateHerOwnKeys();
        story.whatPoliciesWouldSay();
        story.wrongSignaturesAndRevokedKeys();
        story.sessions();
        story.pagesAndPresignedUrls();
        story.cleaningUp();
        return story.inOrder();
    }

    private void administratorMakesUsersAndKeys() {
        step("the administrator's key is good", () -> {
            JsonNode caller = done(sts(ADMINISTRATOR, "GetCallerIdentity"));
            assertThat(text(caller, "/Account")).isEqualTo(ACCOUNT);
            assertThat(text(caller, "/Arn")).matches("arn:aws:iam::" + ACCOUNT + ":(root|user/.+)");
        });
        step("create user alice, with tags in many scripts", () -> {
            JsonNode user = done(iam(ADMINISTRATOR, "CreateUser", Map.of("UserName", "alice", "Tags", unicodeTags())))
                    .path("User");
            assertThat(text(user, "/Arn")).isEqualTo(ALICE);
            assertThat(text(user, "/UserId")).matches("AIDA[A-Z2-7]{17}");
            assertThat(text(user, "/Path")).isEqualTo("/");
        });
        step("the tags come back as they were", () -> {
            JsonNode tags = done(iam(ADMINISTRATOR, "ListUserTags", alice())).path("Tags");
            assertThat(tags.values().stream()
                            .map(tag -> Map.of("Key", text(tag, "/Key"), "Value", text(tag, "/Value"))))
                    .containsExactlyInAnyOrderElementsOf(unicodeTags());
        });
        step("create user bob", () -> done(iam(ADMINISTRATOR, "CreateUser", Map.of("UserName", "bob"))));
        step("create alice's first key", () -> createKey("alice-1", ADMINISTRATOR));
        step("create alice's second key", () -> createKey("alice-2", ADMINISTRATOR));
        step("a third is over the quota", () -> {
            Refusal refusal = refused(iam(ADMINISTRATOR, "CreateAccessKey", alice()), "LimitExceeded", 409);
            assertThat(refusal.message()).isEqualTo("Cannot exceed quota for AccessKeysPerUser: 2");
            assertThat(refusal.exception().orElse("LimitExceededException")).isEqualTo("LimitExceededException");
        });
    }

    private void aliceMayDoNothingYet() {
        step(
                "alice is who her key says",
                () -> assertThat(text(done(sts(key("alice-1"), "GetCallerIdentity")), "/Arn"))
                        .isEqualTo(ALICE));
        step(
                "alice may not list users",
                () -> assertThat(refused(iam(key("alice-1"), "ListUsers"), "AccessDenied", 403)
                                .message())
                        .isEqualTo("User: " + ALICE
                                + " is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::" + ACCOUNT
                                + ":user/ because no identity-based policy allows the iam:ListUsers action"));
        step(
                "alice may not list her own keys",
                () -> assertThat(refused(iam(key("alice-1"), "ListAccessKeys"), "AccessDenied", 403)
                                .message())
                        .startsWith(
                                "User: " + ALICE + " is not authorized to perform: iam:ListAccessKeys on resource: ")
                        .endsWith(" because no identity-based policy allows the iam:ListAccessKeys action"));
    }

    private void alicePolicyLetsHerRotateHerOwnKeys() {
        step(
                "put a policy on alice",
                () -> done(iam(
                        ADMINISTRATOR,
                        "PutUserPolicy",
                        Map.of("UserName", "alice", "PolicyName", "OwnKeys", "PolicyDocument", OWN_KEYS))));
        step("the policy comes back as it was", () -> {
            JsonNode document = done(iam(
                            ADMINISTRATOR, "GetUserPolicy", Map.of("UserName", "alice", "PolicyName", "OwnKeys")))
                    .path("PolicyDocument");
            assertThat(policy(document)).isEqualTo(new JsonMapper().readTree(OWN_KEYS));
        });
        step(
                "alice lists her keys",
                () -> assertThat(done(iam(key("alice-1"), "ListAccessKeys"))
                                .path("AccessKeyMetadata")
                                .values())
                        .extracting(each -> text(each, "/AccessKeyId"))
                        .containsExactlyInAnyOrder(
                                key("alice-1").id(), key("alice-2").id()));
        step("alice deactivates her second key", () -> done(update(key("alice-1"), "alice-2", "Inactive")));
        step("it is refused at once", () -> refusedAsUnknown(key("alice-2")));
        step("alice deletes it", () -> done(delete(key("alice-1"), "alice-2")));
        step("alice makes a new one", () -> createKey("alice-3", key("alice-1")));
        step(
                "the new one is good at once",
                () -> assertThat(text(done(sts(key("alice-3"), "GetCallerIdentity")), "/Arn"))
                        .isEqualTo(ALICE));
        step(
                "alice may not list bob's keys",
                () -> refused(iam(key("alice-1"), "ListAccessKeys", Map.of("UserName", "bob")), "AccessDenied", 403));
        step(
                "alice may not make bob a key",
                () -> refused(iam(key("alice-1"), "CreateAccessKey", Map.of("UserName", "bob")), "AccessDenied", 403));
    }

    private void wrongSignaturesAndRevokedKeys() {
        step(
                "a wrong secret is refused",
                () -> assertThat(refused(
                                        sts(
                                                key("alice-3").withSecret("wrong/secret/of/the/same/length/as/others"),
                                                "GetCallerIdentity"),
                                        "SignatureDoesNotMatch",
                                        403)
                                .message())
                        .startsWith("The request signature we calculated does not match the signature you provided."));
        step(
                "a key that never was is refused",
                () -> refusedAsUnknown(new Key("AKIAIOSFODNN7EXAMPLF", ADMINISTRATOR.secret(), null)));
        step(
                "the administrator deactivates alice's first key",
                () -> done(update(ADMINISTRATOR, "alice-1", "Inactive")));
        step("it, too, is refused at once", () -> refusedAsUnknown(key("alice-1")));
    }

    private void sessions() {
        step("alice gets a session", () -> {
            JsonNode credentials = done(sts(key("alice-3"), "GetSessionToken")).path("Credentials");
            assertThat(text(credentials, "/AccessKeyId")).startsWith("ASIA");
            keys.put("session", Key.from(credentials));
        });
        step(
                "the session is alice",
                () -> assertThat(text(done(sts(key("session"), "GetCallerIdentity")), "/Arn"))
                        .isEqualTo(ALICE));
        step(
                "without MFA it may not use IAM",
                () -> assertThat(refused(iam(key("session"), "ListAccessKeys"), "InvalidClientTokenId", 403)
                                .message())
                        .isEqualTo(INVALID_SESSION));
    }

    private void pagesAndPresignedUrls() {
        step("the client's paginator brings 25 users, ten a page", () -> {
            List<JsonNode> pages = client.pages(iam(ADMINISTRATOR, "ListUsers", Map.of("PathPrefix", "/many/")), 10);
            assertThat(pages.stream().flatMap(page -> page.path("Users").values().stream()))
                    .extracting(user -> text(user, "/UserName"))
                    .containsExactlyElementsOf(manyUsers());
            if (pages.size() > 1) {
                assertThat(pages).extracting(page -> page.path("Users").size()).containsExactly(10, 10, 5);
            }
        });
        step("curl gets a presigned URL", () -> {
            URI url = client.presign(sts(ADMINISTRATOR, "GetCallerIdentity"))
                    .orElseGet(() -> Assumptions.abort("this client presigns nothing of STS"));
            assertThat(Curl.get(program, url))
                    .contains("<GetCallerIdentityResult>")
                    .contains("<Account>" + ACCOUNT + "</Account>");
            assertThat(Curl.get(program, url, "Accept: application/json"))
                    .startsWith("{\"GetCallerIdentityResponse\":{\"GetCallerIdentityResult\":{\"Account\":\"" + ACCOUNT
                            + "\"");
        });
    }

    private void cleaningUp() {
        step("alice cannot be deleted while she has keys", () -> {
            Refusal refusal = refused(iam(ADMINISTRATOR, "DeleteUser", alice()), "DeleteConflict", 409);
            assertThat(refusal.exception().orElse("DeleteConflictException")).isEqualTo("DeleteConflictException");
        });
        step("delete her keys", () -> {
            done(delete(ADMINISTRATOR, "alice-1"));
            done(delete(ADMINISTRATOR, "alice-3"));
        });
        step("a deleted key is refused at once", () -> refusedAsUnknown(key("alice-3")));
        step(
                "delete her policy",
                () -> done(
                        iam(ADMINISTRATOR, "DeleteUserPolicy", Map.of("UserName", "alice", "PolicyName", "OwnKeys"))));
        step("delete alice and bob", () -> {
            done(iam(ADMINISTRATOR, "DeleteUser", alice()));
            done(iam(ADMINISTRATOR, "DeleteUser", Map.of("UserName", "bob")));
        });
        step(
                "alice's session ended with her",
                () -> assertThat(refused(sts(key("session"), "GetCallerIdentity"), "InvalidClientTokenId", 403)
                                .message())
                        .isEqualTo(INVALID_SESSION));
        step("alice is gone", () -> {
            Refusal refusal = refused(iam(ADMINISTRATOR, "GetUser", alice()), "NoSuchEntity", 404);
            assertThat(refusal.message()).isEqualTo("The user with name alice cannot be found.");
            assertThat(refusal.exception().orElse("NoSuchEntityException")).isEqualTo("NoSuchEntityException");
        });
    }

    /** The names of the users that are there before the story begins, in the order that IAM lists them in. */
    static List<String> manyUsers() {
        return IntStream.range(0, 25).mapToObj("user-%02d"::formatted).toList();
    }

    private static List<Map<String, String>> unicodeTags() {
        return List.of(
                Map.of("Key", "Größe", "Value", "Zürich + Genève"),
                Map.of("Key", "部署", "Value", "東京"),
                Map.of("Key", "cost/center", "Value", "Ελλάδα Київ 𐐷"));
    }

    /** Some clients decode the document for their users, and some leave it URL-encoded. */
    private static JsonNode policy(JsonNode document) {
        return document.isString()
                ? new JsonMapper().readTree(URLDecoder.decode(document.asString(), StandardCharsets.UTF_8))
                : document;
    }
}
