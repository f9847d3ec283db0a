#!/usr/bin/env bash
# usage: bench/postgres/run.sh WORK_FOLDER REPORTS EVERY DOCS.jsonl...
# Tries the partitioning of docs/decisions on a real PostgreSQL: a cluster of its own in WORK_FOLDER, filled with the
# grams of salted reports (only each EVERY-th gram; 1 for all), then sizes, plan, look-ups and inserts. Needs
# PostgreSQL's server programs (apt-get install postgresql) and a built bench (dotnet build -c
# Release bench/AllSource.Bench).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$1 reports=$2 every=$3
shift 3
bench=${BENCH:-$here/../AllSource.Bench/bin/Release/net10.0/AllSource.Bench}
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
mkdir -p "$work"
as() { if [ "$(id -u)" = 0 ]; then chown postgres "$work"; runuser -u postgres -- "$@"; else "$@"; fi; }
export PGHOST=$work PGPORT=54329 PGDATABASE=postgres
[ -d "$work/data" ] || as "$bin/initdb" -D "$work/data" -A trust >/dev/null
as "$bin/pg_ctl" -D "$work/data" -w -l "$work/log" -o "-k $work -p $PGPORT -c listen_addresses='' \
    -c shared_buffers=1GB -c max_wal_size=8GB -c synchronous_commit=on -c jit=off" start >/dev/null
trap 'as "$bin/pg_ctl" -D "$work/data" -m fast stop >/dev/null' EXIT
sql() { as "$bin/psql" -qX -v ON_ERROR_STOP=1 "$@"; }
sql < "$here/schema.sql"
echo "== copy $reports reports, each ${every}th gram"
time "$bench" postings "$reports" "$every" "$@" | sql -c "COPY places FROM STDIN"
echo "== index, sizes, plan"
sql < "$here/trial.sql"
sql -c "CREATE TABLE asked AS SELECT dense_rank() OVER (ORDER BY report) - 1 AS number, shard, grams FROM (
    SELECT * FROM places WHERE report IN (SELECT DISTINCT report FROM places_2024_0 ORDER BY report LIMIT 50000)) picked" \
    -c "CREATE INDEX ON asked (number)" -c "ANALYZE asked"
for what in lookups inserts; do
    echo "== $what, one client"
    cp "$here/$what.sql" "$work/" # the server's user may not read the repository
    as "$bin/pgbench" -n -f "$work/$what.sql" -T 20 -c 1 -r postgres | grep -E "latency average|tps|initial" || true
done
