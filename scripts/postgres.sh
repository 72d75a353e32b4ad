#!/bin/sh
# PostgreSQL for the tests of the second engine, from the system's packages where that may be done.
set -eu
command -v initdb >/dev/null && exit 0
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing PostgreSQL…"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null && exit 0
fi
echo "****************************************************************************"
echo "*  NO POSTGRESQL: ITS TESTS ARE SKIPPED.        sudo apt install postgresql *"
echo "****************************************************************************"
[ "${CI:-}" != true ]
