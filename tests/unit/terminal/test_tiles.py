"""The tile map as text, its keys, and where the tiles lie."""

import pytest

from civreg_tui.config import load_config
from civreg_tui.config.map import load_map
from civreg_tui.terminal.tiles import DIRECTIONS, neighbour, tile_lines

LETAK = {"a": (0, 1), "b": (1, 0), "c": (1, 2)}


def text(lines):
    return ["".join(run.text for run in line).rstrip() for line in lines]


def test_tiles_stand_at_their_places_in_their_own_width():
    shown = tile_lines(LETAK, {"a": ("Agam", "98"), "b": ("Bukittinggi", "97"), "c": ()}, 6)
    assert text(shown) == ["      Agam", "      98", "", "Bukitt", "97"]
    assert [run.tile for run in shown[0]] == ["", "a", ""]


def test_no_tiles_no_lines():
    assert tile_lines({}, {}, 6) == []


def test_every_region_has_its_own_place():
    codes = load_config().facts.wilayah.kode
    places = load_map(codes)
    assert set(places) == set(codes)
    assert len(set(places.values())) == len(codes) == 19
    # GIVEN what everybody knows of the province
    assert places["13.09"][1] < places["13.71"][1]  # Mentawai lies west of Padang
    assert places["13.08"][0] < places["13.01"][0]  # Pasaman north of Pesisir Selatan
    assert places["13.12"][1] < places["13.07"][1]  # Pasaman Barat west of Lima Puluh Kota


def test_a_region_without_a_place_is_put_below():
    places = load_map(["13.06", "99.01", "99.02"])
    assert places["99.01"][0] > places["13.06"][0]
    assert places["99.01"] != places["99.02"]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_arrows_reach_every_tile_and_stop_at_the_edge(direction):
    places = load_map(load_config().facts.wilayah.kode)
    for start in places:
        here, seen = start, set()
        while here not in seen:
            seen.add(here)
            here = neighbour(places, here, direction)
        assert neighbour(places, here, direction) == here
    reached, todo = set(), ["13.71"]
    while todo:
        here = todo.pop()
        if here not in reached:
            reached.add(here)
            todo += [neighbour(places, here, way) for way in DIRECTIONS]
    assert reached == set(places)
