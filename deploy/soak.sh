#!/bin/sh
# Plays the simulation of the log for long: ./deploy/soak.sh [runs] [first seed]
set -eu

cd "$(dirname -- "$0")/.."
exec mvn -B -ntp -q -pl shared-model test -Dtest=SimulationTest \
    "-Dsimulation.runs=${1:-200000}" "-Dsimulation.first=${2:-1000000}"
