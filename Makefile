# Stoep. `make run` starts everything; `make test` tests everything.
PYTHON ?= python3
PYTEST = .venv/bin/python -m pytest
.PHONY: help run test check bench soak lock prepare-run prepare-dev

help:
	@echo "make run    alles starten: database, website, werkplek (http://127.0.0.1:8000, of PORT=…)"
	@echo "make test   alle tests, ook in een browser"
	@echo "make check  stijl, types, lagen, architectuur"
	@echo "make bench  metingen     make soak   duurproef     make lock   versies opnieuw vastleggen"

run: prepare-run
	@exec .venv/bin/stoep start

test: prepare-dev
	@$(PYTHON) scripts/browser.py
	@$(PYTEST) -n auto --maxprocesses 4 --dist loadgroup -q -m "not soak" $(ARGS)

check: prepare-dev
	@bash scripts/check.sh

bench: prepare-dev
	@.venv/bin/python -m bench $(ARGS)

soak: prepare-dev
	@$(PYTEST) -q -m soak --timeout 7200 $(ARGS)

lock:
	@PYTHON=$(PYTHON) bash scripts/lock.sh $(ARGS)

prepare-run:
	@$(PYTHON) scripts/prepare.py run

prepare-dev:
	@$(PYTHON) scripts/prepare.py dev
