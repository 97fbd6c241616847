#!/bin/sh
# /usr/local/bin/civreg-tui  (milik root, mode 0755)
# -I: Python mengabaikan variabel dan modul milik pemanggil.
umask 0077
exec /opt/civreg-tui/.venv/bin/python -I -m civreg_tui "$@"
