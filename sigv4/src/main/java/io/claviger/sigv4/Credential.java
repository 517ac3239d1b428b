package io.claviger.sigv4;

import org.jspecify.annotations.Nullable;

/**
 * "Credential: the access key ID and the credential scope: {@code <key>/<date>/<region>/<service>/aws4_request}."
 *
 * @param terminator the last element as sent
 */
record Credential(String accessKeyId, CredentialScope scope, String terminator) {

    /** Takes a credential apart; null when it has not exactly five elements, or an ID longer than any. */
    static @Nullable Credential parse(String text) {
        int date = text.indexOf('/');
        int region = text.indexOf('/', date + 1);
        int service = text.indexOf('/', region + 1);
        int end = text.indexOf('/', service + 1);
        if (date <= 0 || region < 0 || service < 0 || end < 0 || text.indexOf('/', end + 1) >= 0) {
            return null;
        }
        if (date > Bounds.ACCESS_KEY_ID) {
            return null;
        }
        CredentialScope scope = new CredentialScope(
                text.substring(date + 1, region),
                text.substring(region + 1, service),
                text.substring(service + 1, end));
        return new Credential(text.substring(0, date), scope, text.substring(end + 1));
    }

    /** Whether the scope is one the rules take at this time; AWS reports all that is wrong at once. */
    @Nullable
    Refusal outOfScope(ServiceRules rules, SigningTime time) {
        Regions regions = rules.services().get(scope.service());
        boolean service = regions != null;
        boolean region = regions == null
                ? rules.services().values().stream().anyMatch(other -> other.accept(scope.region()))
                : regions.accept(scope.region());
        boolean last = terminator.equals(CredentialScope.TERMINATOR);
        boolean date = time.text().startsWith(scope.date()) && scope.date().length() == 8;
        return service && region && last && date
                ? null
                : Refusals.outOfScope(
                        rules, time, region, service, last ? null : terminator, date ? null : scope.date());
    }
}
