package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/** Tags as conditions: those of the request, of what it is about, and of who asks. */
class TagConditionsTest extends OnAWorkbench {

    @Test
    void tagsOfTheRequestDecideWhetherItMaySetThem() {
        IamClient bob = bobWho(Documents.policy(Documents.statement(
                        "Allow",
                        "iam:*",
                        "*",
                        "{'StringEquals':{'aws:RequestTag/Team':'blue','aws:RequestTag/Équipe':'bleue'},"
                                + "'ForAllValues:StringEquals':{'aws:TagKeys':['Team','Équipe']}}")))
                .iam();
        Tag team = tag("Team", "blue");
        Tag equipe = tag("équipe", "bleue");

        bob.createUser(create ->
                create.userName("a").tags(team, equipe.toBuilder().key("Équipe").build()));
        assertThat(admin.getUser(get -> get.userName("a")).user().tags()).hasSize(2);
        assertThat(maySet(bob, team)).isFalse();
        assertThat(maySet(bob, tag("Team", "red"), tag("Équipe", "bleue"))).isFalse();
        assertThat(maySet(bob, team, tag("Équipe", "bleue"), tag("other", ""))).isFalse();
        assertThat(maySet(bob, team, tag("Équipe", "bleue"))).isTrue();
        assertThat(catchThrowableOfType(Refusal.class, () -> bob.createUser(create -> create.userName("b"))))
                .isNotNull();
    }

    @Test
    void creatingWithTagsNeedsTheRightToTag() {
        IamClient bob = bobWho(Documents.policy(
                        Documents.statement("Allow", "iam:CreateUser", "*"),
                        Documents.statement("Allow", "iam:CreatePolicy", "*")))
                .iam();
        String refusal = "User: " + ARN + "user/bob is not authorized to perform: iam:";

        bob.createUser(create -> create.userName("plain"));
        Refusal.assertDenied(
                () -> bob.createUser(create -> create.userName("a").tags(tag("k", "v"))),
                refusal + "TagUser on resource: " + ARN + "user/a"
                        + " because no identity-based policy allows the iam:TagUser action");
        Refusal.assertDenied(
                () -> bob.createPolicy(create -> create.policyName("a")
                        .policyDocument(Documents.ALLOW_ALL)
                        .tags(tag("k", "v"))),
                refusal + "TagPolicy on resource: policy a"
                        + " because no identity-based policy allows the iam:TagPolicy action");
    }

    @Test
    void keysOfTagsAreLookedAtWhenTheyAreRemoved() {
        IamClient bob = bobWho(
                        Documents.allowIf("iam:UntagUser", "{'ForAllValues:StringEquals':{'aws:TagKeys':['cost']}}"))
                .iam();

        bob.untagUser(untag -> untag.userName("bob").tagKeys("cost"));
        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> bob.untagUser(untag -> untag.userName("bob").tagKeys("cost", "Team"))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:ResourceTag/Team", "iam:ResourceTag/Team", "IAM:resourcetag/team"})
    void tagsOfAUserOrPolicyDecideWhoMayTouchIt(String key) {
        IamClient bob = bobWho(
                        Documents.allowIf("iam:*", "{'StringEquals':{'" + key + "':'${aws:PrincipalTag/Team}'}}"))
                .iam();
        admin.createUser(create -> create.userName("blue").tags(tag("team", "blue")));
        admin.createUser(create -> create.userName("red").tags(tag("Team", "red")));
        admin.createUser(create -> create.userName("none"));
        String arn = admin.createPolicy(create -> create.policyName("own")
                        .policyDocument(Documents.ALLOW_ALL)
                        .tags(tag("Team", "blue")))
                .policy()
                .arn();

        assertThat(bob.getUser(get -> get.userName("blue")).user().userName()).isEqualTo("blue");
        assertThat(bob.getPolicy(get -> get.policyArn(arn)).policy().policyName())
                .isEqualTo("own");
        for (String other : new String[] {"red", "none", "nobody"}) {
            assertThat(catchThrowableOfType(Refusal.class, () -> bob.getUser(get -> get.userName(other))))
                    .as(other)
                    .isNotNull();
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> bob.getPolicy(get -> get.policyArn(READ_ONLY))))
                .isNotNull();
    }

    /** A new user of the team blue who may do what the document says. */
    private Actor bobWho(String document) {
        admin.createUser(create -> create.userName("bob").tags(tag("Team", "blue")));
        admin.putUserPolicy(put -> put.userName("bob").policyName("p").policyDocument(document));
        return bench.keyOf("bob");
    }

    private static boolean maySet(IamClient iam, Tag... tags) {
        return catchThrowableOfType(
                        Refusal.class,
                        () -> iam.tagUser(tag -> tag.userName("bob").tags(tags)))
                == null;
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
