"""Confirming who one is before validation and delivery: a PIN, kept as a slow hash.

Wrong PINs are on record, and few of them are taken in a while.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from civreg_tui.domain.langkah import Aksi, Ditolak, alasan_cukup
from civreg_tui.services.month.procedure import require
from civreg_tui.services.workspace import Workspace

KUNCI = "pin"
TERPENDEK, TERPANJANG = 6, 64
BERLAKU = timedelta(minutes=1)
"""How long after the PIN the act itself must follow."""
_BIAYA = (2**14, 8, 1)
"""scrypt's n, r and p: 16 MB and some 50 ms for every guess."""


class PerluPin(Ditolak):
    """The act is allowed, but its owner must first confirm who they are."""


def has_pin(ws: Workspace) -> bool:
    """Whether the account has set a PIN."""
    return ws.store.preferences.habit(ws.pelaku.akun, KUNCI) is not None


def set_pin(ws: Workspace, baru: str, lama: str = "") -> None:
    """Set or change the account's own PIN; the old one must be given when there is one."""
    if ws.hanya_baca:
        raise Ditolak("Auditor tidak memerlukan PIN.")
    if not (TERPENDEK <= len(baru) <= TERPANJANG and baru.isprintable()):
        raise Ditolak(f"PIN sedikitnya {TERPENDEK} huruf atau angka.")
    if len(set(baru)) < 3:
        raise Ditolak("PIN itu terlalu mudah ditebak. Pakai sedikitnya tiga tanda yang berbeda.")
    if has_pin(ws):
        _check(ws, lama)
    with ws.store.transaction():
        ws.store.preferences.put_habit(ws.pelaku.akun, KUNCI, _hashed(baru))
        ws.record("ganti_pin", ws.pelaku.akun)


def drop_pin(ws: Workspace, akun: str, alasan: str) -> None:
    """The admin takes a forgotten PIN away, with a reason; its owner then sets a new one."""
    role = require(ws, {"admin"}, "hapus_pin", "PIN orang lain hanya dihapus oleh admin.")
    if ws.store.preferences.habit(akun, KUNCI) is None:
        raise Ditolak(f"Akun {akun} tidak mempunyai PIN.")
    reason = alasan_cukup("Menghapus PIN", alasan)
    with ws.store.transaction():
        ws.store.preferences.put_habit(akun, KUNCI, None)
        ws.record("hapus_pin", akun, peran=role, alasan=reason)


def confirm(ws: Workspace, pin: str) -> None:
    """Confirm who one is, for the act that follows at once; Ditolak when it is the wrong PIN."""
    if not has_pin(ws):
        raise Ditolak("Anda belum mempunyai PIN. Buat dahulu: s di meja kerja.")
    _check(ws, pin)
    ws.dikonfirmasi = ws.clock()


def require_confirmed(ws: Workspace, aksi: Aksi) -> None:
    """PerluPin unless the configuration asks for no PIN here, or it was given just now."""
    wanted = ws.config.konfirmasi
    asked = {Aksi.VALIDASI: wanted.validasi, Aksi.SAMPAIKAN_LAKIP: wanted.penyampaian}
    if ws.demo or not asked.get(aksi, False):
        return
    given, ws.dikonfirmasi = ws.dikonfirmasi, None
    if given is None or ws.clock() - given > BERLAKU:
        raise PerluPin("Ketik PIN Anda untuk menegaskan bahwa ini Anda sendiri.")


def _check(ws: Workspace, pin: str) -> None:
    """Compare inside one transaction, so that many terminals together have no more attempts."""
    with ws.store.transaction():
        _refuse_too_many(ws)
        kept = ws.store.preferences.habit(ws.pelaku.akun, KUNCI) or ""
        right = _fits(kept, pin)
        ws.record("pin_benar" if right else "pin_salah", ws.pelaku.akun)
    if not right:
        raise Ditolak(f"PIN salah. Sisa percobaan: {_left(ws)}.")


def _refuse_too_many(ws: Workspace) -> None:
    if _left(ws) <= 0:
        minutes = ws.config.konfirmasi.menit
        raise Ditolak(f"Terlalu banyak PIN salah. Coba lagi {minutes} menit setelah yang terakhir.")


def _left(ws: Workspace) -> int:
    """How many attempts are left: wrong ones count for a while, a right one clears them."""
    since = ws.clock() - timedelta(minutes=ws.config.konfirmasi.menit)
    wrong = 0
    for event in ws.store.trail.of_account(ws.pelaku.akun, ("pin_salah", "pin_benar")):
        if event.aksi == "pin_benar" or datetime.fromisoformat(event.waktu) < since:
            break
        wrong += 1
    return ws.config.konfirmasi.percobaan - wrong


def _hashed(pin: str) -> str:
    n, r, p = _BIAYA
    salt = secrets.token_bytes(16)
    return f"scrypt${n}${r}${p}${salt.hex()}${_digest(pin, salt, n, r, p).hex()}"


def _digest(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, dklen=32, maxmem=2**26)


def _fits(kept: str, pin: str) -> bool:
    kind, *numbers = kept.split("$")
    if kind != "scrypt" or len(numbers) != 5:
        return False
    n, r, p = (int(number) for number in numbers[:3])
    salt, wanted = bytes.fromhex(numbers[3]), bytes.fromhex(numbers[4])
    return hmac.compare_digest(_digest(pin, salt, n, r, p), wanted)
