package io.claviger.corecmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is read as its byte order mark says. */
class FileEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"unicode", "bigendianunicode", "utf32", "bigendianutf32", "utf8bom", "utf8"})
    void whatIsWrittenIsReadAgainWithoutSayingHow(String encoding) {
        byte[] written = FileEncoding.named(encoding).bytes("UserName\nJörg €", false);
        assertThat(FileEncoding.text(written, FileEncoding.named("utf8"))).isEqualTo("UserName\nJörg €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unicode", "bigendianunicode", "utf32"})
    void whatIsAddedHasTheFilesEncodingAndNoMark(String encoding) {
        FileEncoding given = FileEncoding.named(encoding);
        byte[] there = given.bytes("a", false);
        FileEncoding found = FileEncoding.marked(there, FileEncoding.named("utf8"));
        assertThat(found.bytes("b", true)).isEqualTo("b".getBytes(given.charset()));
    }
}
