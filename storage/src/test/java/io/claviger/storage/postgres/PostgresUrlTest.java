package io.claviger.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.storage.postgres.PostgresUrl.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {

    @Test
    void readsSeveralHostsWithTheirPorts() {
        PostgresUrl url = PostgresUrl.parse("postgresql://claviger@db1,db2.example:6432,[::1]:7000/iam");
        assertThat(url.user()).isEqualTo("claviger");
        assertThat(url.hosts())
                .containsExactly(new Host("db1", 5432), new Host("db2.example", 6432), new Host("::1", 7000));
        assertThat(url.database()).isEqualTo("iam");
        assertThat(url).hasToString("postgresql://db1:5432,db2.example:6432,[::1]:7000/iam");
    }

    @Test
    void readsTheShorterSchemeAndWhatIsPercentEncoded() {
        PostgresUrl url = PostgresUrl.parse("postgres://a%40b@db/my%20iam+1?sslrootcert=/etc/a%20b.pem");
        assertThat(url.user()).isEqualTo("a@b");
        assertThat(url.database()).isEqualTo("my iam+1");
        assertThat(url.parameter("sslrootcert")).contains("/etc/a b.pem");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://u@db/d | verify-full",
                "postgresql://u@localhost,db/d | verify-full",
                "postgresql://u@127.0.0.1:1,[::1],localhost/d | disable",
                "postgresql://u@localhost/d?sslmode=verify-full | verify-full",
                "postgresql://u@db/d?sslmode=disable | disable",
            })
    void encryptsAndVerifiesUnlessEveryHostIsThisMachine(String url, String mode) {
        assertThat(PostgresUrl.parse(url).sslMode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u@db/d?target_session_attrs=read-write",
                "postgresql://u@db/d?connect_timeout=5&application_name=iam",
                "postgresql://u@db/d?sslmode=verify-full&sslrootcert=/r&sslcert=/c&sslkey=/k",
                "postgresql://u@db/d?"
            })
    void takesTheParametersThatItKnows(String url) {
        assertThat(PostgresUrl.parse(url).database()).isEqualTo("d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db/d | begins with postgresql://, without jdbc:",
                "mysql://u@db/d | is not a URL such as postgresql://claviger@db1,db2/claviger",
                "postgresql:/u@db/d | is not a URL such as postgresql://claviger@db1,db2/claviger",
                "postgresql://u@db/d/e | is not a URL such as postgresql://claviger@db1,db2/claviger",
                "postgresql://db/d | names no user: postgresql://USER@HOST/DATABASE",
                "postgresql://u@db | names no database: postgresql://USER@HOST/DATABASE",
                "postgresql://u@db/ | names no database: postgresql://USER@HOST/DATABASE",
                "postgresql://u@/d | names no host: postgresql://USER@HOST/DATABASE",
                "postgresql://u@db1,,db2/d | names \"\", which is not a host, or host:port",
                "postgresql://u@db:x/d | names \"db:x\", which is not a host, or host:port",
                "postgresql://u@db:70000/d | names the port 70000: a port is a number from 1 to 65535",
                "postgresql://u@db/d?sslmode=require | has sslmode=require, and can have verify-full, which checks the server's"
                        + " certificate, or disable",
                "postgresql://u@db/d?target_session_attrs=any | has target_session_attrs=any, and can have read-write alone,"
                        + " which it has without being asked to",
                "postgresql://u@db/d?connect_timeout=0 | has connect_timeout=0, and can have a number of seconds from 1 to 999",
                "postgresql://u@db/d?sslrootcert= | has sslrootcert=, and can have a value there",
                "postgresql://u@db/d?sslmode=disable&sslmode=disable | has the parameter sslmode twice",
                "postgresql://u@db/d?sslMode=disable | has the parameter \"sslMode\", which is not one of application_name,"
                        + " connect_timeout, sslcert, sslkey, sslmode, sslrootcert, target_session_attrs",
            })
    void saysWhatIsWrong(String url, String problem) {
        assertThatThrownBy(() -> PostgresUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }

    @Test
    void refusesAPasswordWithoutRepeatingIt() {
        assertThatThrownBy(() -> PostgresUrl.parse("postgresql://u:sesame@db/d"))
                .hasMessageContaining("must not hold the password")
                .hasMessageContaining("CLAVIGER_DATABASE_PASSWORD_FILE")
                .hasMessageNotContaining("sesame");
    }
}
