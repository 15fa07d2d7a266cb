#!/bin/sh
# Runs all tests, on a machine with a JDK 17 or later and Maven. Whatever follows is handed to Maven.
#
# SAMPLES   folder with what other systems export, to be imported [../shared/data]
# CHROMIUM  the browser [chromium of the path]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

fail() {
    echo "$1" >&2
    exit 1
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$java" >/dev/null 2>&1 || fail "Java is missing: install a JDK 17 or later."
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
[ "${version:-0}" -ge 17 ] || fail "A JDK 17 or later is needed, $java is ${version:-unknown}."
command -v mvn >/dev/null 2>&1 || fail "Maven is missing: install Maven 3.8.7 or later."

find_chromium() {
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
}

chromium=$(find_chromium)
if [ -z "$chromium" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the tests with a browser"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; } \
        >/dev/null || fail "Chromium is missing and apt-get cannot install it: install the package chromium."
    chromium=$(find_chromium)
fi
[ -n "$chromium" ] || fail "Chromium is missing: install the package chromium, or set CHROMIUM to a Chromium or Chrome."

CHROMIUM=$chromium
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD

cd "$root"
# Two modules at once, since most tests wait more than they compute. What the caller adds comes before the goal, since it
# may be a goal that has to run first.
exec mvn -B -ntp -T 2 ${SAMPLES:+"-Dsamples=$SAMPLES"} "$@" verify
