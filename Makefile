# All there is to remember. `make` alone lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# The parts of `make check`; each is a marker in pyproject.toml.
PARTS := kill interleavings roundtrip hostile keystrokes documents returned ladder libreoffice

ifndef SEED
SEED := $(shell date +%s)
endif

.DEFAULT_GOAL := help
.PHONY: help run test check bench lock clean

help: ## list these
	@sed -n 's/^\([a-z]*\):[^#]*## /\1@/p' Makefile | while IFS=@ read -r name words; do printf '  make %-6s %s\n' "$$name" "$$words"; done

run: $(VENV)/run.stamp ## open the desk on the example library; without a terminal, export its outlines
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BIN)/python -m briefing notes; fi; \
	list=$$($(BIN)/python -m briefing outlines --library notes --json </dev/null) || exit 1; \
	names=$$(printf '%s' "$$list" | $(BIN)/python -c 'import json, sys; [print(row["name"]) for row in json.load(sys.stdin)["outlines"]]') || exit 1; \
	printf '%s\n' "$$names" | { \
		failed=0; \
		while IFS= read -r name; do $(BIN)/python -m briefing export "$$name" --library notes </dev/null || failed=1; done; \
		exit $$failed; \
	}

test: $(VENV)/test.stamp ## style, types, imports, dead code, then every test (ARGS="-k word" narrows the last)
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/python -m pytest -n 2 $(ARGS)

check: $(VENV)/test.stamp ## the longer runs: PART=kill, or PART=all; SEED=... repeats one
ifeq ($(PART),)
	@printf 'Say which part, as in `make check PART=%s`:\n' $(firstword $(PARTS))
	@$(BIN)/python -m pytest --markers | sed -n $(foreach part,$(PARTS),-e 's/^@pytest.mark.\($(part)\): /  \1: /p')
	@echo '  all: each of these in turn'
else ifeq ($(PART),all)
	@for part in $(PARTS); do $(MAKE) --no-print-directory check PART=$$part SEED=$(SEED) || exit 1; done
else
	@echo 'Repeat this run with: make check PART=$(PART) SEED=$(SEED)'
	@BRIEFING_LONG=1 BRIEFING_SEED=$(SEED) $(BIN)/python -m pytest -n 2 -m '$(PART)' \
		--hypothesis-seed=$(SEED) -o faulthandler_timeout=0 $(ARGS)
endif

bench: $(VENV)/test.stamp ## the benchmarks: CARDS=10k, 100k, 1M or all; PART=search and so on; QUICK=1 for 10k alone
	@$(BIN)/python -m tests.benchmarks --cards "$(if $(QUICK),10k,$(or $(CARDS),all))" --part "$(or $(PART),all)"

lock: ## write both locks again from pyproject.toml (UPGRADE=--upgrade takes newer versions too)
	@$(PYTHON) -m venv --clear build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@$(COMPILE) --output-file requirements.lock pyproject.toml
	@$(COMPILE) --extra test --constraint requirements.lock --output-file tests/requirements.lock pyproject.toml
	@rm -rf build/lock
	@git diff --stat -- requirements.lock tests/requirements.lock

COMPILE = build/lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE)

clean: ## remove what was built; exports/ and your library stay
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find briefing tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A lock is installed again only when it has changed.
$(VENV)/run.stamp: requirements.lock $(BIN)/python
	@$(call install,requirements.lock)

$(VENV)/test.stamp: tests/requirements.lock $(BIN)/python
	@$(call install,tests/requirements.lock)

define install
	echo 'Installing what $(1) lists, into $(VENV)...' >&2; \
	$(PIP) install --require-hashes --only-binary :all: --requirement $(1) \
		|| { echo 'The packages could not be installed: the lines above say why. Run this again once that is mended, or make clean to start over.' >&2; exit 1; }; \
	touch $@
endef

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null \
		|| { echo 'There is no $(PYTHON) here: install Python 3.11 or newer (Debian, Ubuntu: sudo apt-get install python3 python3-venv).' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "briefing needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) -V 2>&1); name a newer one, as in: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo 'Python cannot make virtual environments here; on Debian and Ubuntu install the package python3-venv: sudo apt-get install python3-venv' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
