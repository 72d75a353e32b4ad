#!/bin/sh
# Chromium for the browser tests, from the system's packages where that may be done.
set -eu
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium…"
    apt-get update -qq && apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "****************************************************************************"
echo "*  NO CHROMIUM: THE BROWSER TESTS ARE SKIPPED. sudo apt install chromium   *"
echo "****************************************************************************"
[ "${CI:-}" != true ]
