package io.claviger.policycli;

import io.claviger.policy.catalog.CatalogFile;
import io.claviger.policy.catalog.ServiceCatalog;
import org.apache.commons.cli.Option;

/** The services that policies can name: AWS's, and those in files of the user's own. */
final class Catalogs {

    private Catalogs() {}

    /** The option that names such a file. */
    static Option option() {
        return Given.value("catalog", "FILE", "Describes services of your own, beside AWS's; repeatable");
    }

    /**
     * AWS's services and those of the files that were given.
     *
     * @throws NoAnswer when a file cannot be read
     */
    static ServiceCatalog read(Given given, Sources sources, Screen screen) {
        ServiceCatalog catalog = ServiceCatalog.aws();
        for (String file : given.texts("catalog")) {
            Source source = sources.read(file);
            catalog = switch (CatalogFile.read(source.text())) {
                case CatalogFile.Result.Read(var services) -> catalog.with(services);
                case CatalogFile.Result.Fault(String reason, var at) ->
                    throw NoAnswer.unusable(source.place(at) + ": this is not a catalog: " + reason + '\n'
                            + new Excerpt(source.text(), screen).at(at));
            };
        }
        return catalog;
    }
}
