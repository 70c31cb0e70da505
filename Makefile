# Cakupan: two commands do everything. `make run` starts it, `make test` proves it.
# Windows: see README.md, the same without make.

PYTHON ?= python3
BIN := .venv/bin
# What was compiled once is kept, as Python does where nobody told it otherwise: many containers do,
# and there a start takes a third longer, and telling which tests there are twice as long.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup run test check fix samples bench faults audit

help: ## list these targets
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

setup: .venv/ready ## create .venv, install the pinned requirements, compile the program
	@$(BIN)/python -m compileall -q app.py cakupan callbacks etl layouts routes

run: .venv/ready ## start the dashboard at http://127.0.0.1:8050
	@$(BIN)/python app.py

test: .venv/ready-dev ## set up and run every test, the browser's included
	@$(BIN)/python -m tests.browser.install
	@$(BIN)/python -m pytest -n 2 $(PYTEST_ARGS)

check: .venv/ready-dev ## lint, types and architecture
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/python -m pytest -q tests/test_architecture.py

fix: .venv/ready-dev ## format and mend what ruff can mend
	@$(BIN)/python -m ruff check --fix .
	@$(BIN)/python -m ruff format .

samples: .venv/ready ## rebuild data/samples/ from its fact files
	@$(BIN)/python -m etl samples

bench: .venv/ready-dev ## run the benchmarks, print ratios
	@$(BIN)/python -m benchmarks $(BENCH_ARGS)

# Debian and Ubuntu ship python3 without ensurepip: the package is installed where we may.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Perlu Python 3.11 atau lebih baru / Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -m venv .venv 2>/dev/null || { rm -rf .venv; \
	  echo "Memasang python3-venv / installing python3-venv ..."; \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -q && apt-get install -y -q python3-venv; \
	  elif command -v sudo >/dev/null; then sudo apt-get update -q && sudo apt-get install -y -q python3-venv; \
	  else echo "Jalankan sebagai root: apt-get install python3-venv"; exit 1; fi; \
	  $(PYTHON) -m venv .venv; }

.venv/ready: requirements.txt | .venv/bin/python
	@echo "Memasang paket / installing packages ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-dev: requirements-dev.txt .venv/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

audit: .venv/ready-dev ## list what it is made of (SBOM) and ask what is known against it
	@$(BIN)/python -m supply

faults: .venv/ready-dev ## damage files and kill loads, thousands of times; prints one table
	@$(BIN)/python -m tests.faults $(FAULTS_ARGS)
