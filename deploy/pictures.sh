#!/bin/sh
# Takes the pictures of the README and of the officers' guide from the running product.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
mvn -q -B -ntp package dependency:build-classpath -DskipTests \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dkampung.root="$root" \
    -cp "deploy/e2e/target/test-classes:$(cat deploy/e2e/target/classpath)" id.smartkampung.deploy.e2e.Pictures
