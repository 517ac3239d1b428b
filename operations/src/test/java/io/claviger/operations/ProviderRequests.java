package io.claviger.operations;

import static io.claviger.operations.MinimalRequests.IDP;
import static io.claviger.operations.MinimalRequests.ISSUER;
import static io.claviger.operations.MinimalRequests.ROLE;
import static io.claviger.operations.MinimalRequests.SAML;

import io.claviger.iam.Arns;
import io.claviger.iam.Partition;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;

/** Of identity providers. */
final class ProviderRequests {

    private ProviderRequests() {}

    static Stream<AwsRequest> ofOidcProviders() {
        String arn = Arns.oidcProvider(Partition.AWS, Workbench.ACCOUNT, ISSUER);
        return Stream.of(
                CreateOpenIdConnectProviderRequest.builder()
                        .url("https://new.example")
                        .thumbprintList("a".repeat(40))
                        .build(),
                GetOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .build(),
                AddClientIdToOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .clientID("client")
                        .build(),
                RemoveClientIdFromOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .clientID("client")
                        .build(),
                UpdateOpenIdConnectProviderThumbprintRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .thumbprintList("b".repeat(40))
                        .build(),
                DeleteOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .build(),
                TagOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagOpenIdConnectProviderRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .tagKeys("k")
                        .build(),
                ListOpenIdConnectProviderTagsRequest.builder()
                        .openIDConnectProviderArn(arn)
                        .build());
    }

    static Stream<AwsRequest> ofSamlProviders() {
        String arn = Arns.samlProvider(Partition.AWS, Workbench.ACCOUNT, SAML);
        return Stream.of(
                CreateSamlProviderRequest.builder()
                        .name("new")
                        .samlMetadataDocument(IDP.metadata())
                        .build(),
                GetSamlProviderRequest.builder().samlProviderArn(arn).build(),
                ListSamlProvidersRequest.builder().build(),
                AssumeRoleWithSamlRequest.builder()
                        .roleArn(Arns.role(Partition.AWS, Workbench.ACCOUNT, "/", ROLE))
                        .principalArn(arn)
                        .samlAssertion("bm9uZQ==")
                        .build(),
                UpdateSamlProviderRequest.builder()
                        .samlProviderArn(arn)
                        .samlMetadataDocument(IDP.metadata())
                        .build(),
                DeleteSamlProviderRequest.builder().samlProviderArn(arn).build(),
                TagSamlProviderRequest.builder()
                        .samlProviderArn(arn)
                        .tags(Tag.builder().key("k").value("v").build())
                        .build(),
                UntagSamlProviderRequest.builder()
                        .samlProviderArn(arn)
                        .tagKeys("k")
                        .build(),
                ListSamlProviderTagsRequest.builder().samlProviderArn(arn).build());
    }
}
