#!/bin/sh
# Opens the workbench; with words on the command line runs "nigao" with these.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/tools/find-python.sh"
if [ -z "$python" ]; then
  cat "$here/tools/no-python.txt"
  code=1
else
  "$python" -I "$here/tools/start.py" "$@"
  code=$?
fi
if [ "$code" -ne 0 ] && [ $# -eq 0 ] && [ -t 0 ]; then
  printf '按回车键关上窗口。'
  read -r _
fi
exit "$code"
