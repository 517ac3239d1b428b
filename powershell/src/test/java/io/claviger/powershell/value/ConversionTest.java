package io.claviger.powershell.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PowerShell's conversions. */
class ConversionTest {

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "1.5,2",
        "2.5,2",
        "0x10,16",
        "1kb,1024",
        "-3,-3",
        "1e3,1000",
        "' 7 ',7",
    })
    void textBecomesTheNumberThatPowerShellMakesOfIt(String text, int number) {
        assertThat(Conversion.toInteger(text)).isEqualTo(number);
    }

    @Test
    void textThatIsNoNumberIsRefusedWithDotNetsSentence() {
        assertThatThrownBy(() -> Conversion.toInteger("abc"))
                .isInstanceOf(TerminatingError.class)
                .hasMessage(
                        "Cannot convert value \"abc\" to type \"System.Int32\". Error: \"The input string 'abc' was not"
                                + " in a correct format.\"");
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.1", "100,100", "1e20,1E+20", "1e-7,1E-07", "1.5e300,1.5E+300", "123456.789,123456.789"})
    void floatingPointNumbersAreWrittenAsDotNetWritesThem(double number, String text) {
        assertThat(Text.of(number)).isEqualTo(text);
    }

    @Test
    void namesOfPropertiesAndKeysAreFoundInAnyCase() {
        Hashtable table = Hashtable.of(Map.of("UserName", "alice"));
        table.put("USERNAME", "bob");
        assertThat(table.keys()).containsExactly("UserName");
        assertThat(table.get("username")).isEqualTo("bob");
        ShellObject object = ShellObject.of(ObjectType.CUSTOM, Map.of("UserName", "alice"));
        assertThat(object.with("username", "bob").names()).containsExactly("UserName");
        assertThat(object.get("USERNAME")).isEqualTo("bob");
        assertThat(Text.of(object)).isEqualTo("@{UserName=bob}");
    }
}
