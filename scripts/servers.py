"""A PostgreSQL on loopback, and servers of Claviger on it, each of a build of its own."""

import base64
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
SERVES_WITHIN = 60
KEY, SECRET = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
STARTS_WITHIN = 20


def stop(status, message):
    print(f"{Path(sys.argv[0]).name}: {message}", file=sys.stderr)
    sys.exit(status)


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


def before_last_script():
    """The last commit before the one that added the last script of the tables."""
    scripts = "storage/src/main/resources/io/claviger/storage/sqlite/V*.sql"
    command = ["git", "log", "-1", "--diff-filter=A", "--format=%H", "--", scripts]
    added = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True).stdout.strip()
    return f"{added}^"


def checkout(commit):
    """The directory of a clone that has the commit; made if it is not there."""
    named = subprocess.run(["git", "rev-parse", "-q", "--verify", f"{commit}^{{commit}}"], cwd=HERE, capture_output=True, text=True)
    if named.returncode:
        stop(2, f"there is no commit {commit}")
    home = HERE / "target/builds" / named.stdout.strip()
    if not home.exists():
        home.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["git", "clone", "-q", "--no-checkout", HERE, home], check=True)
        subprocess.run(["git", "checkout", "-q", home.name], cwd=home, check=True)
    return home


def build(home):
    print(f"building {home}", flush=True)
    if subprocess.run([home / "claviger", "build"], stdout=subprocess.DEVNULL).returncode:
        stop(70, f"{home} does not build")


class Postgres:
    """A PostgreSQL with one empty database; as the user postgres, if root runs this."""

    def __init__(self, directory):
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        if not programs:
            stop(70, "PostgreSQL is missing. Run: apt-get install postgresql")
        self.programs, self.port = programs[-1].parent, free_port()
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self.data = directory / "postgres"
        self.data.mkdir()
        if self.as_user:
            directory.chmod(0o711)
            shutil.chown(self.data, "postgres")
        self.run("initdb", "-D", self.data, "-U", "claviger", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.process = subprocess.Popen(
            [*self.as_user, self.programs / "postgres", "-D", self.data, "-p", str(self.port), "-c", "listen_addresses=127.0.0.1",
             "-c", "unix_socket_directories="], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        deadline = time.monotonic() + SERVES_WITHIN
        while self.run("pg_isready", "-h", "127.0.0.1", "-p", str(self.port), check=False):
            if time.monotonic() > deadline:
                stop(1, "PostgreSQL does not start")
            time.sleep(0.1)
        self.run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "claviger", "claviger")
        self.url = f"postgresql://claviger@127.0.0.1:{self.port}/claviger"

    def run(self, program, *words, check=True):
        command = [*self.as_user, self.programs / program, *words]
        return subprocess.run(command, stdout=subprocess.DEVNULL, check=check, cwd="/").returncode

    def sql(self, query):
        command = [self.programs / "psql", "-qAtX", self.url, "-c", query]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [row.split("|") for row in answer.splitlines()]

    def close(self):
        self.run("pg_ctl", "-D", self.data, "-m", "fast", "stop")
        self.process.wait()


class Server:
    """A server at a port of its own; first of the one build, then of the other."""

    def __init__(self, name, directory, database):
        self.name, self.directory, self.database = name, directory, database
        self.log, self.port, self.process = directory / f"{name}.log", free_port(), None
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAVIGER_")}
        self.environment = {**kept, "CLAVIGER_SEALING_KEY": base64.b64encode(bytes(32)).decode(),
                            "CLAVIGER_BOOTSTRAP_ACCESS_KEY_ID": KEY, "CLAVIGER_BOOTSTRAP_SECRET_ACCESS_KEY": SECRET}

    def client(self, service="iam", key=KEY, secret=SECRET, token=None):
        import boto3
        from botocore.config import Config
        # A load balancer would ask another server; here the caller sees each answer.
        config = Config(retries={"total_max_attempts": 1}, connect_timeout=2, read_timeout=60, max_pool_connections=20)
        return boto3.Session(key, secret, token, region_name="us-east-1").client(
            service, endpoint_url=f"http://127.0.0.1:{self.port}", config=config)

    def command(self, home, port):
        return [home / "bin/claviger", "start", "--database", self.database.url, "--port", str(port), "--node", self.name,
                "--audit-dir", self.directory / f"{port}.audit", "--users-per-account", "1000000"]

    def start(self, home, *options):
        """Starts it, or replaces the one that runs, which first answers what it was asked."""
        self.stop()
        with open(self.log, "a") as log:
            self.process = subprocess.Popen([*self.command(home, self.port), *options], env=self.environment, stdout=log, stderr=log)
        deadline = time.monotonic() + SERVES_WITHIN
        while True:
            try:
                return self.client().get_user(UserName="Administrator")
            except Exception:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    stop(1, f"{self.name} does not serve; it said:\n{self.log.read_text()}")
                time.sleep(0.2)

    def beside(self, home):
        """What becomes of one more server of a build: it goes on, or ends and says why."""
        try:
            command = self.command(home, free_port())
            ran = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=STARTS_WITHIN)
            return f"ends with {ran.returncode}: {ran.stderr.strip()}"
        except subprocess.TimeoutExpired:
            return "serves"

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            if self.process.wait() != 0:
                stop(1, f"{self.name} ended with {self.process.returncode}")
