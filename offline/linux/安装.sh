#!/bin/sh
# Installs nigao into this folder.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/tools/find-python.sh"
if [ -n "$python" ]; then
  "$python" -I "$here/tools/install.py"
  code=$?
else
  cat "$here/tools/no-python.txt"
  code=1
fi
if [ -t 0 ]; then
  printf '按回车键关上窗口。'
  read -r _
fi
exit "$code"
