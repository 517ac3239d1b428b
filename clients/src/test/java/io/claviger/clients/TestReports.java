package io.claviger.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Sums up what Surefire reported below a directory: how many tests passed, failed and were skipped, and why. It needs
 * nothing but the JDK: {@code ./claviger test} runs it as a source file.
 */
final class TestReports {

    private static final PathMatcher REPORTS =
            FileSystems.getDefault().getPathMatcher("glob:*/target/surefire-reports/TEST-*.xml");
    private static final int DEPTH = 4;

    /** An aborted test says its reason behind its exception's name, and then where it was thrown. */
    private static final Pattern EXCEPTION = Pattern.compile("^\\s*[\\w.$]*TestAbortedException:\\s*");

    private static final Pattern STACK = Pattern.compile("\\R\\s+at .*", Pattern.DOTALL);

    private final PrintStream out;
    private int run;
    private int failed;
    private int skipped;

    private TestReports(PrintStream out) {
        this.out = out;
    }

    /** Prints the sum of the directory that is named. */
    public static void main(String[] arguments) throws IOException {
        sumUp(Path.of(arguments[0]), System.out);
    }

    /** Prints a line for each test that was skipped, in the order of the files' names, and then the counts. */
    static void sumUp(Path directory, PrintStream out) throws IOException {
        TestReports reports = new TestReports(out);
        for (Path file : reports(directory)) {
            reports.add(file);
        }
        int passed = reports.run - reports.failed - reports.skipped;
        out.println(passed + " passed, " + reports.failed + " failed, " + reports.skipped + " skipped");
    }

    private static List<Path> reports(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory, DEPTH)) {
            return files.filter(file -> REPORTS.matches(directory.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            read(factory.createXMLStreamReader(content));
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException("cannot read " + file, e));
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        String test = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "testsuite" -> count(xml);
                    case "testcase" -> test = attribute(xml, "classname") + "." + attribute(xml, "name");
                    case "skipped" -> out.println("SKIPPED " + test + ": " + reason(xml));
                    default -> {}
                }
            }
        }
    }

    private void count(XMLStreamReader suite) {
        run += number(suite, "tests");
        failed += number(suite, "errors") + number(suite, "failures");
        skipped += number(suite, "skipped");
    }

    private static String reason(XMLStreamReader skipped) throws XMLStreamException {
        String message = attribute(skipped, "message");
        String text = message.isEmpty() ? skipped.getElementText() : message;
        String said = STACK.matcher(EXCEPTION.matcher(text).replaceFirst("")).replaceFirst("");
        return said.isBlank() ? "no reason given" : said.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static int number(XMLStreamReader element, String name) {
        String value = attribute(element, name);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static String attribute(XMLStreamReader element, String name) {
        String value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
