package io.claviger.server.console;

import io.claviger.operations.explanation.Explained;
import io.claviger.operations.explanation.Explanations;
import io.claviger.operations.explanation.Question;
import io.claviger.operations.explanation.WhoCan;
import io.claviger.operations.gate.Refused;
import io.claviger.server.console.SignedCalls.Signed;
import io.claviger.server.http.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/** Who may do what, and why. Thread-safe. */
final class AccessCalls {

    private static final String EVERYBODY = "*";

    /** Others wait: a search through a large account takes a processor for seconds. */
    private static final int SEARCHES_AT_A_TIME = 2;

    private final SignedCalls calls;
    private final Explanations explanations;
    private final WhoCan whoCan;
    private final Semaphore searches = new Semaphore(SEARCHES_AT_A_TIME);

    AccessCalls(SignedCalls calls, Explanations explanations, WhoCan whoCan) {
        this.calls = calls;
        this.explanations = explanations;
        this.whoCan = whoCan;
    }

    /** Whether somebody may do something, and why. */
    Answer explain(Signed signed, Map<String, Object> body) {
        Question question = question(body);
        AtomicReference<Explained> explained = new AtomicReference<>();
        return calls.admit(
                signed,
                explanations.about(question, explained::set),
                request(text(body, "principal"), question),
                () -> Replies.ok(new ExplainedAnswer(explained.get())));
    }

    /** Who may do something, as they are found. */
    Answer whoCan(Signed signed, Map<String, Object> body) {
        Question question = question(body);
        AtomicReference<WhoCan.Search> search = new AtomicReference<>();
        return calls.admit(
                signed,
                whoCan.about(question, search::set),
                request(EVERYBODY, question),
                () -> FoundLines.of(listener -> {
                    searches.acquireUninterruptibly();
                    try {
                        search.get().run(listener);
                    } finally {
                        searches.release();
                    }
                }));
    }

    private static SimulatePrincipalPolicyRequest request(String principal, Question question) {
        return SimulatePrincipalPolicyRequest.builder()
                .policySourceArn(principal)
                .actionNames(question.action())
                .resourceArns(question.resource())
                .build();
    }

    private static Question question(Map<String, Object> body) {
        Map<String, List<String>> context = new HashMap<>();
        if (body.get("context") instanceof Map<?, ?> keys) {
            keys.forEach((key, values) -> context.put((String) key, texts(values)));
        } else if (body.containsKey("context")) {
            throw Refused.invalidInput("The context is an object of condition keys, each with a list of values.");
        }
        return new Question(text(body, "action"), text(body, "resource"), context);
    }

    private static List<String> texts(Object values) {
        if (values instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw Refused.invalidInput("The values of a condition key are a list of texts.");
    }

    private static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String text) {
            return text;
        }
        throw Refused.invalidInput("The text " + name + " is missing.");
    }
}
