# Sets $python to a Python that the wheels are made for, "" where there is none. $here is the folder.
python=
for candidate in "$here/python/bin/python3" python3.13 python3.12 python3.11 python3; do
  if "$candidate" -I "$here/tools/suits.py" >/dev/null 2>&1; then
    python=$candidate
    break
  fi
done
