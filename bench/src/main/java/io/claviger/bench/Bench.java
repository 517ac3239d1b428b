package io.claviger.bench;

import java.util.List;

/** Runs the benchmark that the arguments name: {@code NAME ROUNDS SECONDS USERS}. */
public final class Bench {

    private static final List<String> ALL = List.of(
            "decision",
            "sessions",
            "policy",
            "throughput",
            "store",
            "writes",
            "startup",
            "cmdlets",
            "scale",
            "lists",
            "who-can");

    private Bench() {}

    /** Prints what was measured. */
    public static void main(String[] arguments) throws Exception {
        Effort effort = new Effort(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        Report report = new Report(System.out);
        report.introduction(Machine.describe(Workspace.root()), effort);
        for (String name : arguments[0].equals("all") ? ALL : List.of(arguments[0])) {
            run(name, effort, report);
        }
    }

    private static void run(String name, Effort effort, Report report) throws Exception {
        report.section(name);
        switch (name) {
            case "decision" -> DecisionBenchmark.run(effort, report);
            case "sessions" -> {
                SessionsBenchmark.run(effort, report);
                new SessionRatesBenchmark(effort, report).run();
            }
            case "policy" -> {
                PolicyBenchmark.run(effort, report);
                WorstPoliciesBenchmark.run(effort, report);
            }
            case "throughput" -> new ThroughputBenchmark(effort, report).run();
            case "store" -> new StoreBenchmark(effort, report).run();
            case "writes" -> new WritesBenchmark(effort, report).run();
            case "postgres" -> new PostgresBenchmark(effort, report, System.getProperty("claviger.database")).run();
            case "postgres-scale" -> new ScaleBenchmark(effort, report).run(System.getProperty("claviger.database"));
            case "pool" -> new PoolBenchmark(effort, report, System.getProperty("claviger.database")).run();
            case "startup" -> new StartupBenchmark(effort, report).run();
            case "cmdlets" -> new CmdletsBenchmark(effort, report).run();
            case "scale" -> new ScaleBenchmark(effort, report).run();
            case "who-can" -> new WhoCanBenchmark(effort, report).run();
            case "lists" -> new ListsBenchmark(effort, report).run();
            default -> throw new IllegalArgumentException("no benchmark " + name);
        }
    }
}
