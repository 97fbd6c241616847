"""The December 2024 figures as published, written down here independently of the program."""

from __future__ import annotations

# kode, nama, wajib 0-17, memiliki 0-17, wajib cerai, memiliki cerai, mati L, mati P
BARIS = (
    ("13.01", "Kabupaten Pesisir Selatan", 157582, 156615, 9623, 2728, 14784, 10541),
    ("13.02", "Kabupaten Solok", 124034, 122349, 6421, 4598, 10477, 6789),
    ("13.03", "Kabupaten Sijunjung", 75863, 75205, 3761, 1786, 3959, 2770),
    ("13.04", "Kabupaten Tanah Datar", 102111, 101740, 8253, 5561, 13667, 11649),
    ("13.05", "Kabupaten Padang Pariaman", 134703, 132476, 10015, 4380, 14546, 9813),
    ("13.06", "Kabupaten Agam", 151806, 149001, 11712, 7373, 13434, 9148),
    ("13.07", "Kabupaten Lima Puluh Kota", 111227, 107049, 7034, 5164, 5444, 4123),
    ("13.08", "Kabupaten Pasaman", 99391, 96013, 4631, 1712, 7448, 5101),
    ("13.09", "Kabupaten Kepulauan Mentawai", 32180, 29356, 621, 153, 1648, 830),
    ("13.10", "Kabupaten Dharmasraya", 74636, 72517, 3247, 1649, 5400, 3646),
    ("13.11", "Kabupaten Solok Selatan", 57469, 57420, 2911, 1517, 4930, 3553),
    ("13.12", "Kabupaten Pasaman Barat", 149440, 148247, 7563, 3322, 12097, 6938),
    ("13.71", "Kota Padang", 273663, 272411, 17445, 11519, 17238, 12338),
    ("13.72", "Kota Solok", 27578, 27414, 1797, 1400, 2328, 1745),
    ("13.73", "Kota Sawahlunto", 19705, 19613, 1613, 1201, 2438, 2106),
    ("13.74", "Kota Padang Panjang", 19838, 19821, 1605, 1005, 1962, 1581),
    ("13.75", "Kota Bukittinggi", 44125, 43354, 2880, 2100, 3687, 2991),
    ("13.76", "Kota Payakumbuh", 45585, 45167, 3669, 2727, 5233, 4745),
    ("13.77", "Kota Pariaman", 31475, 31125, 2167, 1248, 3769, 2938),
)
