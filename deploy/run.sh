#!/bin/sh
# Builds what is not built and starts a small regency on this machine: ./deploy/run.sh --help
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
launcher=$root/deploy/launcher

if ! command -v "$java" >/dev/null 2>&1; then
    echo "Java is missing: install a JDK 17 or later." >&2
    exit 1
fi
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
if [ "${version:-0}" -lt 17 ]; then
    echo "A JDK 17 or later is needed, $java is ${version:-unknown}." >&2
    exit 1
fi

"$java" "$launcher/src/main/java/id/smartkampung/deploy/launcher/Build.java" "$root" "$@"

terminal=false
if [ -t 1 ]; then
    terminal=true
fi
exec "$java" -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Dkampung.root="$root" -Dkampung.terminal=$terminal \
    -jar "$launcher/target/deploy-launcher-run.jar" "$@"
