package io.claviger.policycli;

import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.decision.Mismatch;
import io.claviger.policy.document.Condition;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyType;
import io.claviger.policycli.Screen.Tone;
import io.claviger.policycli.Table.Column;
import java.util.List;

/** Decisions as a person reads them. */
final class DecisionText {

    private final Screen screen;

    DecisionText(Screen screen) {
        this.screen = screen;
    }

    /**
     * Prints them: one with its explanation, several as a table.
     *
     * @param explained whether several are explained too, after the table
     */
    void print(List<Answer> answers, boolean explained) {
        StringBuilder text = new StringBuilder();
        if (answers.size() > 1) {
            text.append(summary(answers));
        }
        if (answers.size() == 1 || explained) {
            for (Answer answer : answers) {
                text.append(text.isEmpty() ? "" : "\n");
                explain(answer, text);
            }
        }
        screen.print(text);
    }

    private String summary(List<Answer> answers) {
        Table table = new Table(
                screen, Column.left("DECISION"), Column.left("ACTION"), Column.left("RESOURCE"), Column.left("WHY"));
        for (Answer answer : answers) {
            table.row(
                    tone(answer),
                    decision(answer),
                    answer.question().action(),
                    answer.question().resource(),
                    answer.reason());
        }
        return table.text();
    }

    private static Tone tone(Answer answer) {
        return answer.allowed() ? Tone.GOOD : Tone.BAD;
    }

    private static String decision(Answer answer) {
        return answer.allowed() ? "ALLOWED" : "DENIED";
    }

    private void explain(Answer answer, StringBuilder text) {
        Question question = answer.question();
        String resource = question.namedResource();
        text.append(screen.toned(tone(answer), decision(answer)))
                .append("  ")
                .append(screen.toned(Tone.STRONG, question.action()))
                .append(resource == null ? "" : " on " + resource)
                .append('\n');
        paragraph(answer.reason(), text);
        String message = answer.message();
        if (message != null) {
            text.append('\n');
            paragraph(message, text);
        }
        if (!answer.explanation().statements().isEmpty()) {
            text.append('\n').append(statements(answer));
        }
    }

    private void paragraph(String words, StringBuilder text) {
        Wrapping.lines(words, screen.columns())
                .forEach(line -> text.append(line).append('\n'));
    }

    private String statements(Answer answer) {
        List<ExplainedStatement> statements = answer.explanation().statements();
        Table table = new Table(
                screen,
                Column.left(""),
                Column.left("KIND"),
                Column.left("POLICY"),
                Column.left("STATEMENT"),
                Column.right("LINE"),
                Column.left("EFFECT"),
                Column.left("MATCHES?"));
        for (ExplainedStatement statement : statements) {
            Mismatch mismatch = statement.mismatch();
            table.row(
                    mismatch != null ? Tone.FAINT : statement.effect() == Effect.ALLOW ? Tone.GOOD : Tone.BAD,
                    mismatch != null ? "" : statement.effect() == Effect.ALLOW ? "+" : "x",
                    kind(statement, statements),
                    statement.statement().policy(),
                    StatementText.number(statement.statement()),
                    Integer.toString(statement.span().start().line()),
                    StatementText.effect(statement.effect()),
                    mismatch == null
                            ? matches(statement)
                            : MismatchText.of(
                                    mismatch, answer.question().principal().name()));
        }
        return table.text();
    }

    /** That it matches, and if it does so since keys are absent, that too. */
    private static String matches(ExplainedStatement statement) {
        StringBuilder text = new StringBuilder("matches");
        String and = "; ";
        for (Condition held : statement.heldByAbsence()) {
            text.append(and)
                    .append(held.key())
                    .append(" is absent, so ")
                    .append(held.operatorName())
                    .append(" holds");
            and = ", and ";
        }
        return text.toString();
    }

    /** The kind, and of several levels of control policies which, counted from 1. */
    private static String kind(ExplainedStatement statement, List<ExplainedStatement> all) {
        PolicyType type = statement.type();
        boolean levels = all.stream().anyMatch(other -> other.type() == type && other.level() > 0);
        return PolicyKind.of(type).word() + (levels ? " " + (statement.level() + 1) : "");
    }
}
