#!/bin/sh
# Measures the product on this machine and prints one line of JSON for each phase:
# ./deploy/bench.sh [start] [rest] [latency] [ingest] [proof] [catch-up] [volume]
#
# EVENTS    how many events are taken in [500000]
# DURATION  how long a rate of changes is kept [30]
# RESIDENTS of the village whose pages are measured [25000]
# LETTERS   of its ten years [60000]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
mvn -q -B -ntp package -DskipTests
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx3g -Dkampung.root="$root" -Devents="${EVENTS:-500000}" \
    -Dseconds="${DURATION:-30}" -Dresidents="${RESIDENTS:-25000}" -Dletters="${LETTERS:-60000}" \
    -cp "deploy/bench/target/classes:deploy/senders/target/classes:deploy/launcher/target/deploy-launcher-run.jar" \
    id.smartkampung.deploy.bench.Bench "$@"
