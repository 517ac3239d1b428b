# shellcheck shell=bash
# What scripts/two-machines writes before anything starts: certificates, secrets, and the settings of each program.

postgres=/usr/lib/postgresql/15/bin
# shellcheck disable=SC2154 # network is set by scripts/two-machines
database_url() {
    printf 'postgresql://claviger@%s.1,%s.2/claviger?sslrootcert=%s/tls/ca.pem' "$network" "$network" "$data"
}

# Writes what is missing; what is there is kept, so that the next start finds its data again.
write_settings() {
    local machine
    [ ! -e "$data/whole" ] || return 0
    say "writing settings to $data"
    mkdir -p "$data/tls" "$data"/{1,2,3}
    chmod 755 "$data"
    write_certificates
    write_secrets
    # shellcheck disable=SC1091
    . "$data/secrets"
    for machine in 1 2 3; do write_etcd "$machine" > "$data/$machine/etcd.yml"; done
    for machine in 1 2; do write_patroni "$machine" > "$data/$machine/patroni.yml"; done
    write_make_database > "$data/make-database"
    write_haproxy > "$data/3/haproxy.cfg"
    chmod 700 "$data/make-database"
    chmod 600 "$data/secrets" "$data"/[12]/patroni.yml "$data"/tls/*.key
    : > "$data/whole"
    [ "$(id -u)" -ne 0 ] || chown -R postgres:postgres "$data"
}

write_certificates() {
    local machine
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj "/CN=two-machines" \
        -keyout "$data/tls/ca.key" -out "$data/tls/ca.pem" 2> /dev/null
    for machine in 1 2; do
        # HAProxy passes TLS through, so each server's certificate is also good for HAProxy's address.
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj "/CN=machine$machine" \
            -CA "$data/tls/ca.pem" -CAkey "$data/tls/ca.key" -addext basicConstraints=critical,CA:false \
            -addext "subjectAltName=IP:$network.$machine,IP:$network.3" \
            -keyout "$data/tls/$machine.key" -out "$data/tls/$machine.pem" 2> /dev/null
    done
}

write_secrets() {
    local access_key secret_key
    access_key=AKIA$(openssl rand -hex 8 | tr a-f A-F)
    secret_key=$(openssl rand -hex 20)
    umask 077
    cat > "$data/credentials" << CREDENTIALS
[default]
aws_access_key_id = $access_key
aws_secret_access_key = $secret_key
CREDENTIALS
    cat > "$data/secrets" << SECRETS
CLAVIGER_SEALING_KEY=$(openssl rand -base64 32)
CLAVIGER_DATABASE_PASSWORD=$(openssl rand -hex 16)
CLAVIGER_ROOT_PASSWORD=$(openssl rand -hex 16)
CLAVIGER_BOOTSTRAP_ACCESS_KEY_ID=$access_key
CLAVIGER_BOOTSTRAP_SECRET_ACCESS_KEY=$secret_key
PGPASSWORD=$(openssl rand -hex 16)
SECRETS
    umask 022
}

write_etcd() {
    cat << SETTINGS
name: machine$1
data-dir: $data/$1/etcd
listen-client-urls: http://$network.$1:2379
advertise-client-urls: http://$network.$1:2379
listen-peer-urls: http://$network.$1:2380
initial-advertise-peer-urls: http://$network.$1:2380
initial-cluster: machine1=http://$network.1:2380,machine2=http://$network.2:2380,machine3=http://$network.3:2380
initial-cluster-token: claviger
# Patroni needs it, and a file of settings turns it off.
enable-grpc-gateway: true
heartbeat-interval: 250
election-timeout: 2500
SETTINGS
}

write_patroni() {
    cat << SETTINGS
scope: claviger
name: machine$1
restapi: {listen: "$network.$1:8008", connect_address: "$network.$1:8008"}
etcd3:
  hosts: ["$network.1:2379", "$network.2:2379", "$network.3:2379"]
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 5
    retry_timeout: 5
    synchronous_mode: true
    # A primary whose process has ended is not waited for.
    primary_start_timeout: 0
    postgresql:
      use_pg_rewind: true
      parameters: {max_connections: 100, shared_buffers: 64MB, wal_keep_size: 256MB, max_wal_size: 512MB}
  initdb: [{encoding: UTF8}, {locale: C.UTF-8}, data-checksums]
  post_bootstrap: $data/make-database
postgresql:
  listen: "$network.$1:5432"
  connect_address: "$network.$1:5432"
  data_dir: $data/$1/postgres
  bin_dir: $postgres
  pgpass: $data/$1/pgpass
  basebackup: [{checkpoint: fast}]
  authentication:
    superuser: {username: postgres, password: "$PGPASSWORD"}
    replication: {username: replicator, password: "$PGPASSWORD"}
  parameters:
    unix_socket_directories: $data/$1
    ssl: "on"
    ssl_cert_file: $data/tls/$1.pem
    ssl_key_file: $data/tls/$1.key
  pg_hba:
    - local all all scram-sha-256
    - hostssl all all $network.0/24 scram-sha-256
    - hostssl replication replicator $network.0/24 scram-sha-256
SETTINGS
}

write_make_database() {
    cat << SCRIPT
#!/bin/sh
# Patroni runs it once, with the address of the new database server.
exec $postgres/psql -v ON_ERROR_STOP=1 "\$1" \\
    -c "CREATE ROLE claviger LOGIN PASSWORD '$CLAVIGER_DATABASE_PASSWORD'" \\
    -c "CREATE DATABASE claviger OWNER claviger ENCODING 'UTF8'"
SCRIPT
}

write_haproxy() {
    cat << SETTINGS
global
    maxconn 2000
defaults
    mode tcp
    timeout connect 2s
    timeout client 60s
    timeout server 60s
frontend claviger
    bind $network.3:7443
    default_backend servers
backend servers
    balance leastconn
    option redispatch
    option httpchk GET /health/ready
    http-check expect status 200
    default-server check check-ssl verify required ca-file $data/tls/ca.pem inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
    server machine1 $network.1:7443
    server machine2 $network.2:7443
SETTINGS
}
