# One target per habit; each sets up what it needs. `make demo` and `make test` work as the first command typed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GOLD ?= ../shared/gold
TRAINING ?= /tmp/verifier-training
FOLDS ?= $(TRAINING)/folds
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help verify demo test pywb validators docs lint bench bench-web bench-fix bench-gold bench-folds golden gallery clean

help:
	@echo "make verify LETTER=path   check the citations of a letter"
	@echo "make demo                 check a sample letter against a simulated web, and leave a report to look at"
	@echo "make test                 run the tests with coverage"
	@echo "make pywb                 prepare the archive server that some tests ask, under ~/.cache (20 seconds, once)"
	@echo "make validators           prepare the npm packages that check what verifier writes, likewise (10 seconds, once)"
	@echo "make docs                 build the documentation as web pages, under build/docs"
	@echo "make lint                 formatting, lint, types, import contracts"
	@echo "make bench                measure speed and repair, outside CI"
	@echo "make bench-web            right and wrong answers on the simulated web, beside lychee"
	@echo "make bench-fix            how much of what verify fix changes by itself is right"
	@echo "make bench-gold           measure finding and mending over a gold file, beside other link finders"
	@echo "make gallery              take the pictures of docs/gallery.md anew"
	@echo "make golden               write the golden reports anew"

$(VENV)/pyvenv.cfg:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "verifier needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)

# Bytecode is written at once: where PYTHONDONTWRITEBYTECODE is set, every start would compile all sources anew.
COMPILE := $(BIN)/python -m compileall -q verifier

$(VENV)/.installed: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable .
	$(COMPILE)
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(PIP) install --constraint constraints.txt --editable '.[dev]'
	$(COMPILE)
	@touch $@

verify: $(VENV)/.installed
	@test -n "$(LETTER)" || { echo "Which letter? make verify LETTER=path/to/letter.txt"; exit 2; }
	@$(BIN)/verify "$(LETTER)" || test $$? -eq 1  # findings are what was asked for, and no error of make

demo: $(VENV)/.developing
	$(BIN)/python -m tests.web --run $(BIN)/verify tests/letters/twin.txt --letter-date 2022-06-08 --output-dir reports --no-history --fail-on never --vantage "simulated web"

test: $(VENV)/.developing
	$(BIN)/python -m pytest --cov --cov-report=term

pywb: $(VENV)/.developing
	$(BIN)/python -m tests.web.pywb.server

validators: $(VENV)/.developing
	$(BIN)/python -m tests.validators.node

docs: $(VENV)/.developing
	$(BIN)/sphinx-build --quiet --nitpicky --fail-on-warning --keep-going docs build/docs

lint: docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.developing
	$(BIN)/python -m tests.bench
	-$(BIN)/python -m tests.bench.report
	$(BIN)/python -m tests.bench.load
	$(BIN)/python -m tests.bench.load --troubled
	$(BIN)/python -m tests.bench.load --many

bench-web: $(VENV)/.developing
	$(BIN)/python -m tests.bench.web

bench-fix: $(VENV)/.developing
	$(BIN)/python -m tests.bench.fix $(wildcard $(GOLD)) $(if $(wildcard $(FOLDS)/model.json),--folds $(FOLDS))

# With FOLDS=folder each page is read with a model that has not seen its source; `make bench-folds` trains them.
bench-gold: $(VENV)/.developing
	$(BIN)/python -m tests.bench.gold $(GOLD) $(if $(wildcard $(FOLDS)/model.json),--folds $(FOLDS)) --peers --json reports/bench-gold.json

bench-folds: $(VENV)/.developing
	$(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/pip install --quiet lightgbm pyphen
	PYTHONPATH=.:$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') $(TRAINING)/bin/python -m tests.bench.repair_train $(GOLD) --out $(FOLDS)

golden: $(VENV)/.developing
	$(BIN)/python -m tests.golden
	$(BIN)/python -m tests.documentation

gallery: $(VENV)/.developing
	$(BIN)/python -m tests.gallery

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage htmlcov build dist *.egg-info
