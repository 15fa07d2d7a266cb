#!/bin/sh
# Shows that everything also builds and passes on JDK 25: JAVA_25_HOME=/path/to/jdk-25 ./deploy/build-on-jdk25.sh
#
# Whatever follows is handed to Maven, as -DskipTests for the build alone. What was built before is built anew, so that
# nothing of an older compiler is left.
set -eu

JAVA_HOME=${JAVA_25_HOME:-${JAVA_HOME:-}}
export JAVA_HOME
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
if [ "${version:-0}" -lt 25 ]; then
    echo "A JDK 25 is needed, $java is ${version:-unknown}: set JAVA_25_HOME." >&2
    exit 1
fi

exec "$(dirname -- "$0")/test.sh" clean "$@"
