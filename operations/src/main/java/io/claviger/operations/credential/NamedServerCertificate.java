package io.claviger.operations.credential;

import io.claviger.access.Resource;
import io.claviger.iam.Arns;
import io.claviger.iam.ServerCertificate;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.Map;
import java.util.function.Function;

/** A server certificate of the account acted in, by the name that a request gives. */
final class NamedServerCertificate {

    private NamedServerCertificate() {}

    /**
     * The certificate of this name.
     *
     * @throws Refused when there is none
     */
    static ServerCertificate in(Reading reading, Call call, String name) {
        return reading.serverCertificates()
                .named(call.accountId(), name)
                .orElseThrow(
                        () -> Refused.noSuchEntity("The Server Certificate with name " + name + " cannot be found."));
    }

    /** Finds the certificate that requests name. */
    static <Q> Finder<Q> target(Function<Q, String> name) {
        return (view, call, request) -> target(view, call, name.apply(request));
    }

    /** The certificate of this name; one that does not exist is judged as if it stood at the root path. */
    static Target target(EntityView view, Call call, String name) {
        return view.ask(reading -> reading.serverCertificates().named(call.accountId(), name))
                .map(certificate -> target(certificate, call))
                .orElseGet(() -> Target.shownAs(
                        Arns.serverCertificate(call.partition(), call.accountId(), "/", name),
                        "server certificate " + name,
                        call));
    }

    /** A certificate that exists. */
    static Target target(ServerCertificate certificate, Call call) {
        return new Target(
                new Resource(certificate.arn(call.partition()), certificate.accountId(), certificate.tags(), Map.of()),
                "server certificate " + certificate.name());
    }
}
