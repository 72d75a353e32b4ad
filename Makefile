# Candour. `make demo` and `make test` are all that a new machine needs: each installs what it uses.

PYTHON := .venv/bin/python
SQLITE_FOLDER := data
COMPILE := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-strip-extras \
  --custom-compile-command "make pins"
WORKERS ?= 3# More than cores, because tests wait; with six, two cores starve those that are about seconds.

.PHONY: help demo run check test lint types imports pytest costs torture bench screenshots golden structure access pins fix clean
.DEFAULT_GOAL := help

help: ## Show what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: .venv/demo.stamp ## Try it: the bot, a stand-in for Slack and an invented service (FRESH=1 starts over; LIVED=1 with an invented year behind it)
	@$(if $(LIVED),$(PYTHON) -m scripts.lived --folder .demo $(if $(FRESH),--fresh))
	@$(PYTHON) -m sandbox.demo $(if $(FRESH),$(if $(LIVED),,--fresh))

run: .venv/run.stamp ## Run the bot in a real workspace (settings in .env); NEW=1 the first time makes its database
	@mkdir -p $(SQLITE_FOLDER)
	@$(PYTHON) -m bot run $(if $(NEW),--new)

check: .venv/run.stamp ## Test the settings, tokens, channels and keys of a real workspace
	@mkdir -p $(SQLITE_FOLDER)
	@$(PYTHON) -m bot check

test: lint types imports pytest ## Everything that must pass, installing what it needs

lint: .venv/dev.stamp ## Style
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types: .venv/dev.stamp ## Types
	$(PYTHON) -m mypy

imports: .venv/dev.stamp ## The order of imports between the parts
	.venv/bin/lint-imports

# Every worker reads every test: without the compiled files each of them spends seconds on compiling the same.
pytest costs: export PYTHONDONTWRITEBYTECODE =

pytest: .venv/dev.stamp ## Tests, and the coverage of rules and use cases
	@sh scripts/chromium.sh
	@sh scripts/postgres.sh
	$(PYTHON) -m pytest -n $(WORKERS) --dist loadscope --cov --cov-report=term

costs: .venv/dev.stamp ## The same tests, and the seconds of computing by folder, for docs/testing.md
	$(PYTHON) -m pytest -n $(WORKERS) --dist loadscope --costs --durations=30

torture: .venv/dev.stamp ## Kill, lock, fill and mislead the bot for a quarter of an hour; nothing may be lost or doubled
	@sh scripts/postgres.sh
	@$(PYTHON) -m tests.torture

bench: .venv/dev.stamp ## Measure, for docs/benchmarks.md (BENCH="accept tick" chooses)
	@sh scripts/postgres.sh
	$(PYTHON) -m benchmarks $(BENCH)

screenshots: .venv/dev.stamp ## Take the README's screenshots anew
	@sh scripts/chromium.sh
	$(PYTHON) -m tests.browser.screenshots docs/screenshots

golden: .venv/dev.stamp ## Record the golden screens anew, in words and as JSON; read the difference before you commit it
	GOLDEN=record $(PYTHON) -m pytest tests/screens -q

access: .venv/dev.stamp ## Draw docs/access.md, docs/report-form.md and docs/paper-form.md anew from the access table and the report form
	$(PYTHON) -m scripts.access
	$(PYTHON) -m scripts.form_table
	$(PYTHON) -m scripts.paper_form

structure: .venv/dev.stamp ## Draw docs/structure.md anew from the imports
	$(PYTHON) -m scripts.structure

fix: .venv/dev.stamp ## Mend style where that can be done by machine
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

pins: ## Pin the requirements that pyproject.toml declares, with hashes (needs uv)
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) --group sandbox -c requirements/run.txt -o requirements/sandbox.txt
	$(COMPILE) --group dev -c requirements/run.txt -c requirements/sandbox.txt -o requirements/dev.txt

clean: ## Take away the virtual environment and the demo's data
	rm -rf .venv .demo

.venv/run.stamp: requirements/run.txt scripts/venv.sh
	@sh scripts/venv.sh run
	@touch $@

.venv/demo.stamp: .venv/run.stamp requirements/sandbox.txt
	@sh scripts/venv.sh sandbox
	@touch $@

.venv/dev.stamp: .venv/demo.stamp requirements/dev.txt
	@sh scripts/venv.sh dev
	@touch $@
