# What a developer types. Only Python (3.11 or newer, with venv) must be there beforehand;
# `make test` and `make lint` name what else they would use: PostgreSQL, Chromium, nginx, Java
# and npm, khal, GNU gettext.

PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))

.PHONY: run test lint messages pictures screenshots guide lighthouse
.DELETE_ON_ERROR:

run test lint messages: export DEBUG = 1

run: .venv/requirements.stamp $(CATALOGUES)
	@mkdir -p var
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_demo
	@$(MANAGE) ensure_administrator
	@$(MANAGE) runserver $(PORT)

# Every test on SQLite, then those that ask the database on PostgreSQL, without those of the browser
# and of mere markup, even when the first failed.
test: .venv/requirements-dev.stamp $(CATALOGUES) tests/node_modules
	@result=0; \
	DATABASE_URL=sqlite://:memory: $(BIN)/python -m pytest -n 2 --dist worksteal || result=$$?; \
	$(BIN)/python tests/with_postgres.py \
		$(BIN)/python -m pytest -n 2 --dist worksteal -m "database and not browser and not markup" || result=$$?; \
	exit $$result

lint: .venv/requirements-dev.stamp
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/djlint --lint --quiet templates
	DATABASE_URL=sqlite://:memory: $(MANAGE) makemigrations --check --dry-run
	DEBUG=0 SECRET_KEY=$$($(BIN)/python -c "print(__import__('secrets').token_hex(32))") \
		$(MANAGE) check --deploy --fail-level WARNING
	$(MANAGE) check_catalogue

messages: .venv/requirements.stamp
	@$(MANAGE) check_catalogue --update

pictures: .venv/requirements.stamp
	@$(BIN)/python content/draw

screenshots: .venv/requirements-dev.stamp $(CATALOGUES)
	@$(BIN)/python bench/screenshots.py

# The pictures of the staff guide, from the running admin.
guide: .venv/requirements-dev.stamp $(CATALOGUES)
	@$(BIN)/python bench/guide.py

# A quarter of an hour on a machine that does nothing else. Lighthouse wants Node 22.
lighthouse: .venv/requirements-dev.stamp $(CATALOGUES) bench/node_modules
	@$(BIN)/python bench/lighthouse.py

.venv/bin/pip:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and \
		'Python 3.11 or newer is needed; name it: make PYTHON=python3.12')"
	@echo "Making the virtual environment .venv"
	@$(PYTHON) -m venv .venv

.venv/requirements-dev.stamp: .venv/requirements.stamp
.venv/%.stamp: %.txt | .venv/bin/pip
	@echo "Installing $<"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# What npm brings; where it is missing, the tests say what they did without.
%/node_modules: %/package-lock.json
	@! command -v npm >/dev/null || (cd $* && npm ci --silent && touch node_modules)

%.mo: %.po | .venv/requirements.stamp
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
