# make run    set up and serve the timeline       make test   everything that must pass before a commit
# make bench  quality, speed, memory              make lock   write the lock files anew

SHELL = /bin/sh
.DEFAULT_GOAL = run
.PHONY: run test check format lock bench screenshots browser clean

BIN = .venv/bin
PORT ?= 5000
export PIP_DISABLE_PIP_VERSION_CHECK = 1

# A name on the path may be a stub that fails, so each candidate has to run.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python python3.14; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

run: export DATELINE_DATA ?= $(CURDIR)/instance
run: .venv/run.stamp
	@$(BIN)/dateline serve --seed --port $(PORT)

test: .venv/test.stamp browser check

check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: .venv/test.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/test.stamp
	$(BIN)/python -m tests.bench

screenshots: .venv/test.stamp browser
	$(BIN)/python -m tests.bench.screenshots static/readme

# After a change in pyproject.toml; UPGRADE=1 moves everything to its newest version.
lock: .venv/test.stamp
	$(BIN)/uv pip compile --quiet $(if $(UPGRADE),--upgrade) --universal --generate-hashes --no-header --group build \
		pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet $(if $(UPGRADE),--upgrade) --universal --generate-hashes --no-header --group dev \
		-c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# Tests drive the Chromium of the machine; where there is none it is installed.
browser: .venv/test.stamp
	@if command -v chromium || command -v chromium-browser; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	else $(BIN)/playwright install chromium; fi >/dev/null

# Locked requirements by their hashes, then the project itself, which downloads nothing.
.venv/run.stamp: requirements.lock pyproject.toml
	@$(MAKE) --no-print-directory .venv/python.stamp
	$(BIN)/python -m pip install --quiet --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: requirements-dev.lock .venv/run.stamp
	$(BIN)/python -m pip install --quiet --quiet --require-hashes -r requirements-dev.lock
	@touch $@

.venv/python.stamp:
	@[ -n "$(PYTHON)" ] || { echo "Dateline needs Python 3.11 or later (with venv). None was found." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@
