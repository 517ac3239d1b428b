package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists and reports, page by page: of an account with 10,000 users, roles and managed policies, beside one with a tenth, each
 * by the time for 1,000 of them; and the first and the last page of a list of a million.
 */
final class ListsBenchmark {

    private static final int COUNT = 10_000;
    private static final int BASELINE = COUNT / 10;
    private static final int PER = 1_000;
    private static final int PAGE = 1_000;
    private static final int REPEATED = 20;
    private static final String TARGET = "<= 1.2";
    private static final String DETAILS = "GetAccountAuthorizationDetails";
    private static final Pattern MARKER = Pattern.compile("<Marker>([^<]+)</Marker>");

    /** What is listed, and the calls that do it. */
    private static final Map<String, String> LISTS = new TreeMap<>(Map.of(
            "ListUsers",
            "Action=ListUsers",
            "ListRoles",
            "Action=ListRoles",
            "ListPolicies",
            "Action=ListPolicies&Scope=Local",
            "ListEntitiesForPolicy",
            "Action=ListEntitiesForPolicy&PolicyArn=" + Entities.COMMON,
            DETAILS,
            "Action=" + DETAILS));

    private final Effort effort;
    private final Report report;

    ListsBenchmark(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws IOException, SQLException {
        try (Workspace workspace = Workspace.make("lists")) {
            lists(workspace.path("baseline"), workspace.path("whole"));
            pages(workspace.path("pages"));
        }
    }

    private void lists(Path baseline, Path whole) throws IOException, SQLException {
        Entities.make(baseline, BASELINE);
        Entities.make(whole, COUNT);
        List<Map<String, Double>> few = new ArrayList<>();
        List<Map<String, Double>> many = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            few.add(measured(baseline, BASELINE, new ArrayList<>()));
            many.add(measured(whole, COUNT, memory));
        }
        for (String measure : many.getFirst().keySet()) {
            report.ratio(
                    measure + ", per " + PER + " of " + COUNT + " / of " + BASELINE,
                    sample(many, measure, 1),
                    sample(few, measure, 1),
                    "ms",
                    TARGET);
        }
        report.value(DETAILS + ", all of " + COUNT, sample(many, DETAILS, COUNT / (PER * 1e3)), "s", "< 3 s");
        report.value("memory after the lists", of(memory), "MiB", "< 300 MiB");
    }

    private static Sample sample(List<Map<String, Double>> rounds, String measure, double factor) {
        return Sample.of(rounds.stream()
                .mapToDouble(round -> Objects.requireNonNull(round.get(measure)) * factor)
                .toArray());
    }

    private static Sample of(List<Double> rounds) {
        return Sample.of(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Milliseconds for {@value #PER} entities of each kind. */
    private static Map<String, Double> measured(Path data, int count, List<Double> memory)
            throws IOException, SQLException {
        Entities.forgetReport(data);
        Map<String, Double> measured = new LinkedHashMap<>();
        try (Program program = Program.claviger(data);
                HttpConnection connection = new HttpConnection(program.endpoint())) {
            Caller caller = new Caller(connection, By.iam(Program.ADMINISTRATOR, program.endpoint()));
            for (Map.Entry<String, String> list : LISTS.entrySet()) {
                caller.all(list.getValue());
                long start = System.nanoTime();
                caller.all(list.getValue());
                measured.put(list.getKey(), millis(start) * PER / count);
            }
            long start = System.nanoTime();
            caller.makeReport();
            measured.put("credential report, made", millis(start) * PER / count);
            start = System.nanoTime();
            caller.readReport();
            measured.put("credential report, read", millis(start) * PER / count);
            memory.add(program.residentMiB());
        }
        return measured;
    }

    private void pages(Path data) throws IOException, SQLException {
        Population.make(data, effort.users(), false);
        Entities.attachToAll(data);
        List<Double> first = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        List<Double> entities = new ArrayList<>();
        List<Double> made = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            Entities.forgetReport(data);
            try (Program program =
                            Program.claviger(data, "--users-per-account", Integer.toString(effort.users() + PAGE));
                    HttpConnection connection = new HttpConnection(program.endpoint())) {
                Caller caller = new Caller(connection, By.iam(Program.ADMINISTRATOR, program.endpoint()));
                String list = "Action=ListUsers";
                String lastMarker = caller.all(list);
                first.add(caller.page(list, null));
                last.add(caller.page(list, lastMarker));
                entities.add(caller.page("Action=ListEntitiesForPolicy&PolicyArn=" + Entities.COMMON, null));
                long start = System.nanoTime();
                caller.makeReport();
                made.add(millis(start) / 1e3);
                start = System.nanoTime();
                caller.readReport();
                read.add(millis(start) / 1e3);
                memory.add(program.residentMiB());
            }
        }
        String of = " of " + effort.users();
        report.ratio("ListUsers, last page" + of + " / first page", of(last), of(first), "ms", TARGET);
        report.ratio("ListEntitiesForPolicy, first page" + of + " / ListUsers'", of(entities), of(first), "ms", "");
        report.value("credential report" + of + ", made", of(made), "s", "");
        report.value("credential report" + of + ", read", of(read), "s", "");
        report.value("memory after the reports", of(memory), "MiB", "< 300 MiB");
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Calls one after another on a connection. */
    private record Caller(HttpConnection connection, By by) {

        /** The answer. */
        String call(String form) throws IOException {
            return new String(
                    connection.succeed(by.call(form + "&Version=2010-05-08").bytes()), StandardCharsets.UTF_8);
        }

        private String page(String form, @Nullable String marker, int size) throws IOException {
            return call(form + "&MaxItems=" + size
                    + (marker == null ? "" : "&Marker=" + URLEncoder.encode(marker, StandardCharsets.UTF_8)));
        }

        /** Reads all pages. Returns the marker of the last one that is full; empty if the first is the last. */
        String all(String form) throws IOException {
            String before = "";
            String marker = null;
            while (true) {
                Matcher next = MARKER.matcher(page(form, marker, PAGE));
                if (!next.find()) {
                    return before;
                }
                before = marker == null ? "" : marker;
                marker = next.group(1);
            }
        }

        /** How long a page of 100 takes, in milliseconds, after as many to warm up. */
        double page(String form, @Nullable String marker) throws IOException {
            for (int i = 0; i < REPEATED; i++) {
                String _ = page(form, marker, 100);
            }
            long start = System.nanoTime();
            for (int i = 0; i < REPEATED; i++) {
                String _ = page(form, marker, 100);
            }
            return millis(start) / REPEATED;
        }

        void readReport() throws IOException {
            long _ = connection.drain(
                    by.call("Action=GetCredentialReport&Version=2010-05-08").bytes());
        }

        void makeReport() throws IOException {
            while (!call("Action=GenerateCredentialReport").contains("<State>COMPLETE</State>")) {
                try {
                    Thread.sleep(10);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
        }
    }
}
