# Everything a person does here. Only Python 3.11 or later and make are needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PROJECT := pyproject.toml requirements/run.txt requirements/dev.txt

.PHONY: help demo test coverage check lint types imports format golden fuzz bench bench-sizes browser pictures build clean lock

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/run: $(PROJECT)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "redact needs Python 3.11 or later: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@echo "setting up (once) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: $(VENV)/run
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/browser: $(VENV)/dev requirements/browser.txt
	@$(PIP) install --require-hashes --no-deps -r requirements/browser.txt
	@touch $@

demo: $(VENV)/run ## show a cable, its release before and after its date, and a reason
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh fixtures/demo.sh

test: $(VENV)/dev ## run all tests
	@HYPOTHESIS_PROFILE=ci $(BIN)/python -m pytest -n auto -q

coverage: $(VENV)/dev ## run all tests and say which branches none of them takes
	@HYPOTHESIS_PROFILE=ci $(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered -q

check: lint types imports coverage ## lint, format, types, import contract, tests with branch coverage

lint: $(VENV)/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/dev
	@$(BIN)/mypy

imports: $(VENV)/dev
	@$(BIN)/lint-imports

format: $(VENV)/dev ## format and sort imports
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

golden: $(VENV)/dev ## write the golden releases anew; review them as a diff
	@$(BIN)/python -m tests.golden --write

fuzz: $(VENV)/dev ## 20,000 generated and damaged cables, and the long property tests
	@$(BIN)/python -m tests.fuzz_report --cables 20000 --seed 1 --workers 2
	@HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest tests/property -q

bench: $(VENV)/dev ## measure, as a table
	@$(BIN)/python -m benchmarks

browser: $(VENV)/browser ## check releases in a real browser; needs chromium
	@$(BIN)/python -m pytest -q tests/browser/accessibility.py

pictures: $(VENV)/browser ## take the pictures of the documents anew; needs chromium
	@$(BIN)/python -m tests.browser.pictures

bench-sizes: $(VENV)/dev ## seconds and memory by size of the source, from 1 to 100 MB
	@$(BIN)/python -m benchmarks.sizes

build: $(VENV)/dev ## wheel and sdist into dist/
	@$(BIN)/python -m build --no-isolation --outdir dist .

clean: ## remove what was set up or built
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

LOCK := --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host --no-header --allow-unsafe

lock: $(VENV)/dev ## lock the requirements anew
	@$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet pip-tools
	@$(VENV)/lock/bin/pip-compile $(LOCK) -o requirements/run.txt pyproject.toml requirements/build.in
	@$(VENV)/lock/bin/pip-compile $(LOCK) --extra dev -o requirements/dev.txt pyproject.toml requirements/build.in

.PHONY: prebuilt
prebuilt: $(VENV)/dev ## build anew what ships prebuilt: grammar tables, shipped policies
	@$(BIN)/python -m redact.markings.tables > $(VENV)/tables && cp $(VENV)/tables grammars/marking.tables
	@$(BIN)/python -m redact.declassification.tables > $(VENV)/tables && cp $(VENV)/tables grammars/instruction.tables
	@$(BIN)/python -m redact.policy.prebuilding > $(VENV)/tables && cp $(VENV)/tables policies/prebuilt.json
