package io.claviger.powershell.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of exceptions, and what each extends. */
class ExceptionTypesTest {

    @ParameterizedTest
    @CsvSource({
        "exception, System.Exception, true",
        "System.IO.FileNotFoundException, System.IO.IOException, true",
        "IO.FileNotFoundException, System.SystemException, true",
        "system.management.automation.methodinvocationexception, System.Management.Automation.RuntimeException, true",
        "System.IO.IOException, System.IO.FileNotFoundException, false",
        "ArgumentNullException, System.ArgumentException, true",
        "System.ApplicationException, System.SystemException, false",
    })
    void aNameIsFoundAndIsWhatItExtends(String written, String base, boolean is) {
        assertThat(ExceptionTypes.find(written))
                .hasValueSatisfying(
                        found -> assertThat(ExceptionTypes.isA(found, base)).isEqualTo(is));
    }

    @ParameterizedTest
    @CsvSource({"Typo", "RuntimeException", "System.Typo", "Amazon.IdentityManagement.Model.NoSuchException", "System."
    })
    void otherNamesAreNone(String written) {
        assertThat(ExceptionTypes.find(written)).isEmpty();
    }
}
