"""Prints which keys botocore takes of each profile in a folder of profile files.

usage: taken.py FOLDER < PROFILES

The folder has CASE.credentials, CASE.config, or both. PROFILES are lines "CASE<tab>PROFILE" of profiles to ask for too.
A line of the output is "CASE<tab>PROFILE<tab>KEYS": the key, the secret, the token and the region, or "refused".
"""

import os
import sys

import botocore.exceptions
import botocore.session
import botocore.utils


def shown(value):
    """A value without blanks and control characters, and not too long; the test writes the same."""
    if not value:
        return "-"
    text = "".join(
        one if "!" <= one <= "~" else "".join("\\u%04x" % unit for unit in utf16(one)) for one in value
    )
    return text if len(text) <= 200 else "%s...%d" % (text[:20], len(text))


def utf16(one):
    data = one.encode("utf-16-be", "surrogatepass")
    return [data[at] << 8 | data[at + 1] for at in range(0, len(data), 2)]


def taken(profile):
    try:
        made = botocore.session.Session(profile=profile)
        keys = made.get_credentials()
        if keys is None:
            return "refused"
        frozen = keys.get_frozen_credentials()
        # No call can be signed with these: a header has no such characters.
        for value in (frozen.access_key, frozen.secret_key, frozen.token or ""):
            if any(not " " <= one <= "~" for one in value):
                return "refused"
        if not frozen.access_key or not frozen.secret_key:
            return "refused"
        region = made.get_scoped_config().get("region")
        if region:
            botocore.utils.validate_region_name(region)
        return " ".join(map(shown, (frozen.access_key, frozen.secret_key, frozen.token, region)))
    except (botocore.exceptions.BotoCoreError, OSError, ValueError):
        return "refused"


def main():
    folder = sys.argv[1]
    for variable in list(os.environ):
        if variable.startswith("AWS_"):
            del os.environ[variable]
    os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
    asked = {}
    for line in sys.stdin.buffer.read().decode("utf-8").splitlines():
        case, profile = line.split("\t")
        asked.setdefault(case, []).append(profile)
    for case in sorted({name.rsplit(".", 1)[0] for name in os.listdir(folder) if name.endswith((".credentials", ".config"))}):
        os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.path.join(folder, case + ".credentials")
        os.environ["AWS_CONFIG_FILE"] = os.path.join(folder, case + ".config")
        try:
            names = list(botocore.session.Session().available_profiles)
        except botocore.exceptions.BotoCoreError:
            names = []
        for name in sorted(set(names + asked.get(case, []))):
            line = "%s\t%s\t%s\n" % (case, name, taken(name))
            sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass"))


main()
