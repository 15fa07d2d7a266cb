#!/bin/sh
# Says whether a certificate is genuine: ./deploy/verify.sh FILE --village-key … --district-key …
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$root/deploy/launcher/target/deploy-launcher-run.jar" \
    id.smartkampung.deploy.verify.Verify "$@"
