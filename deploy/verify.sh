#!/bin/sh
# Says whether a certificate is genuine: ./deploy/verify.sh FILE --village-key … --district-key …
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
jar=$root/deploy/launcher/target/deploy-launcher-run.jar
if [ ! -f "$jar" ]; then
    echo "Not built yet: run mvn package -DskipTests in $root first." >&2
    exit 2
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$jar" \
    id.smartkampung.deploy.verify.Verify "$@"
