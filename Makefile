# The two commands of the README are `make demo` and `make test`; the others are for developers.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test search check bench lock clean

demo: .venv/.runtime
	$(BIN)/civreg-tui demo

test: .venv/.dev
	$(BIN)/python -m pytest

# The property tests again, on new random cases and many more of them.
search: .venv/.dev
	CIVREG_HYPOTHESIS=search $(BIN)/python -m pytest tests/unit

check: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: .venv/.dev build/peers/.made
	$(BIN)/python -m tests.bench

# Programs that are only measured beside this one, in an environment of their own.
build/peers/.made: requirements-peers.lock
	$(PYTHON) -m venv build/peers
	build/peers/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements-peers.lock
	@touch $@

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.runtime: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q civreg_tui screens
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.runtime
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# Needs `uv` on the path; writes no registry address into the files.
lock:
	uv pip compile pyproject.toml --group build --universal --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	uv pip compile pyproject.toml --group build --group dev --universal --generate-hashes --no-emit-index-url --no-header -o requirements-dev.lock
	uv pip compile --group peers --universal --generate-hashes --no-emit-index-url --no-header -o requirements-peers.lock

clean:
	rm -rf .venv build dist
