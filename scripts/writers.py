"""Those who write to servers while something happens to these, and what must hold of their writes afterwards."""

import threading
import time
import uuid

WRITERS_OF_A_SERVER = 2
PAUSE = 0.1


class Load:
    """Makes users through one server until it is told to stop, and remembers what each call's answer was."""

    def __init__(self, client, path):
        self.client, self.path = client, path
        self.acknowledged, self.refused, self.times = set(), {}, []
        self.ends = threading.Event()
        self.threads = [threading.Thread(target=self.write) for _ in range(WRITERS_OF_A_SERVER)]
        for thread in self.threads:
            thread.start()

    def write(self):
        while not self.ends.wait(PAUSE):
            name = uuid.uuid4().hex
            try:
                self.client.create_user(UserName=name, Path=self.path)
                self.acknowledged.add(name)
                self.times.append(time.monotonic())
            except self.client.exceptions.ClientError as e:
                self.refused[name] = e.response["Error"]["Code"]
            except Exception:  # Without an answer, nobody knows: the user may be there or not.
                pass

    def stop(self):
        self.ends.set()
        for thread in self.threads:
            thread.join()


def users(connect, path, within):
    """The names below a path, once the server answers, which may take so many seconds."""
    deadline = time.monotonic() + within
    while True:
        try:
            pages = connect().get_paginator("list_users").paginate(PathPrefix=path)
            return {user["UserName"] for page in pages for user in page["Users"]}
        except Exception:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


def faults(loads, found, sql):
    """
    What did not hold, in words.

    found: the names that each server shows below the path that the loads wrote to
    sql: the rows that the database answers to a query, each a list of texts
    """
    wrong = []
    acknowledged = set().union(*(load.acknowledged for load in loads))
    refused = set().union(*(load.refused for load in loads))
    for server, names in found.items():
        for name in acknowledged - names:
            wrong.append(f"acknowledged, and lost at {server}: {name}")
        for name in refused & names:
            wrong.append(f"refused, and there at {server}: {name}")
    for revision, count in sql(
            "SELECT revision, count(*) FROM change WHERE entity_id LIKE 'AIDA%' AND revision > 1 GROUP BY 1"
            " HAVING count(*) > 1"):
        wrong.append(f"revision {revision} made {count} users")
    for (missing,) in sql(
            "SELECT s FROM generate_series((SELECT min(revision) FROM change), (SELECT number FROM revision)) s"
            " WHERE NOT EXISTS (SELECT 1 FROM change WHERE revision = s)"):
        wrong.append(f"revision {missing} is missing")
    return wrong
