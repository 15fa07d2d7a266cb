#!/bin/sh
# Fills a hub on this machine with the two years of made-up villages, through the log
# or straight into its tables, all 217 when none is named:
# ./deploy/fill.sh [KODE ...] [--residents N] [--seed N] [--data FOLDER] [--port N] [--straight [--times N]] [--stay]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
mvn -q -B -ntp package -DskipTests
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx768m -Dkampung.root="$root" \
    -cp "deploy/bench/target/classes:deploy/senders/target/classes:deploy/launcher/target/deploy-launcher-run.jar" \
    id.smartkampung.deploy.bench.Fill "$@"
