package io.claviger.server.declared;

import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.RootAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * The steps that make an account as it is declared, in their order. An account that is so already needs none. Each step is
 * a request of the account's root user, with all that goes with a request: its checks, its quotas, its audit.
 */
public final class Plan implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Plan.class);

    private final IamClient iam;
    private final List<Step> steps;

    private Plan(IamClient iam, List<Step> steps) {
        this.iam = iam;
        this.steps = steps;
    }

    /**
     * Compares an account with what is declared.
     *
     * @param management the account that is meant if the declaration names none
     * @param program what the audit trail shows as the user agent
     * @throws UnusableSetting if something is declared that cannot be
     */
    public static Plan of(Declaration declared, RootAccess root, String management, String program) {
        String accountId = declared.accountId().orElse(management);
        if (!root.hasAccount(accountId)) {
            throw new UnusableSetting("there is no account " + accountId);
        }
        IamClient iam = root.iam(accountId, program);
        Steps steps =
                new Steps(iam, new PolicyNames(accountId, root.partition(), declared.policies()), declared.prune());
        PolicySteps policies = new PolicySteps(steps);
        UserSteps users = new UserSteps(steps, new DeclaredKeys(root, accountId, program));
        ProviderSteps providers = new ProviderSteps(steps);
        // What others name comes before them.
        each(declared.policies(), Declaration.Policy::place, policies::policy);
        each(declared.groups(), Declaration.Group::place, policies::group);
        each(declared.users(), Declaration.User::place, users::user);
        each(declared.oidcProviders(), Declaration.OidcProvider::place, providers::oidc);
        each(declared.samlProviders(), Declaration.SamlProvider::place, providers::saml);
        each(declared.roles(), Declaration.Role::place, new RoleSteps(steps)::role);
        new TokenSteps(steps, root.hardwareTokens(accountId, program)).files(declared.hardwareTokens());
        return new Plan(iam, List.copyOf(steps.collected()));
    }

    private static <T> void each(List<T> declared, Function<T, Place> place, Consumer<T> plan) {
        for (T one : declared) {
            try {
                plan.accept(one);
            } catch (AwsServiceException refused) {
                throw place.apply(one).wrong(reason(refused));
            }
        }
    }

    private static String reason(AwsServiceException refused) {
        return refused.awsErrorDetails().errorCode() + ": "
                + refused.awsErrorDetails().errorMessage();
    }

    /** What is to be done, a line for each step. */
    public List<String> lines() {
        return steps.stream()
                .map(step -> step.text() + "   (" + step.place() + ")")
                .toList();
    }

    /**
     * Does it. What was done before something fails stays done, and the next plan goes on from there.
     *
     * @throws UnusableSetting if a step is refused
     */
    public void apply() {
        for (Step step : steps) {
            try {
                step.act().run();
                LOG.info("{} ({})", step.text(), step.place());
            } catch (AwsServiceException refused) {
                throw step.place().wrong("cannot " + step.text() + ": " + reason(refused));
            }
        }
    }

    /**
     * Does what can be done. What is refused is tried again after the rest, until nothing more succeeds.
     *
     * @return what could not be done and why, a sentence each
     */
    public List<String> applyWhatCanBe() {
        List<Step> pending = steps;
        List<String> refused;
        int before;
        do {
            before = pending.size();
            refused = new ArrayList<>();
            List<Step> failed = new ArrayList<>();
            for (Step step : pending) {
                try {
                    step.act().run();
                } catch (AwsServiceException failure) {
                    failed.add(step);
                    refused.add(step.place() + ": cannot " + step.text() + ": " + reason(failure));
                }
            }
            pending = failed;
        } while (!pending.isEmpty() && pending.size() < before);
        return refused;
    }

    @Override
    public void close() {
        iam.close();
    }
}
