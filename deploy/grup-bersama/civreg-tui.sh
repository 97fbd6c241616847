#!/bin/sh
# /usr/local/bin/civreg-tui untuk grup bersama (milik root, mode 0755)
# umask 0007: berkas simpanan dapat ditulis anggota grup, dan tidak dibaca orang lain.
umask 0007
exec /opt/civreg-tui/.venv/bin/python -I -m civreg_tui "$@"
