# Every command that a person needs. "make help" lists them.
PYTHON ?= python3
# ENGINE=forks builds with the maintained forks of generator and theme, in an environment of their own.
VENV := .venv$(if $(filter forks,$(ENGINE)),-forks)
LOCK := requirements$(if $(filter forks,$(ENGINE)),-forks).lock
export ENGINE
RUN := $(VENV)/bin/python
# Said where the environment does not start, as when its Python was upgraded away: then it is made anew.
STALE := $(shell [ ! -e $(VENV)/.site ] || $(RUN) -Ic "import pip" 2>/dev/null || echo stale)

# In the order written, whatever MAKEFLAGS says: two runs of apt-get, or of pip, would meet.
.NOTPARALLEL:
# What a person set for other programs of Python: it would hide our modules or packages, compile them each time, or put packages elsewhere.
unexport PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH PYTHONSAFEPATH PYTHONOPTIMIZE PYTHONINSPECT PYTHONWARNINGS PIP_TARGET PIP_PREFIX PIP_ROOT PIP_USER
.PHONY: help install serve site check links quick test fuzz axe forks lint chromium graphviz nodejs validator bench audit lock clean stale
help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1|/' | while IFS='|' read name text; do printf 'make %-8s %s\n' "$$name" "$$text"; done

install: $(VENV)/.test ## install what the other commands need

serve: $(VENV)/.site ## build both languages, serve them on 127.0.0.1:8000, build again after each edit
	@$(RUN) tools/serve.py

site: $(VENV)/.site ## write both languages to site/, for any static host
	@$(RUN) tools/build.py

check: $(VENV)/.site ## read the data and name every problem in it
	@$(RUN) -m macros check

links: $(VENV)/.test ## check every link, anchor, image and download of the built site/
	@$(RUN) -m macros links

quick: $(VENV)/.test lint ## run the tests that need no built site, no browser and no fuzzing
	@$(RUN) -m pytest --ignore tests/built --ignore tests/browser --ignore tests/fuzz

test: $(VENV)/.test lint chromium graphviz nodejs validator ## check data, rules, messages, strict builds of both languages, links of the built site, pages in a browser
	@$(RUN) -m pytest

fuzz: $(VENV)/.test ## mutate the data files thirty times as often as the tests do, and count what comes of it
	@TIMES=30 $(RUN) -m pytest -rP tests/fuzz

axe: $(VENV)/.test chromium ## look with axe at every page of the real site, where the tests look at one of each type
	@EVERY_PAGE=yes $(RUN) -m pytest tests/browser/test_axe.py

forks: $(VENV)/.test ## compare the site with what the maintained forks of generator and theme make of it
	@$(MAKE) -s .venv-forks/.site ENGINE=forks
	@ENGINE=forks $(RUN) -m pytest tests/built/test_engines.py

lint: $(VENV)/.test
	@$(RUN) -m ruff check -q macros bench tools tests
	@$(RUN) -m ruff format -q --check macros bench tools tests
	@$(RUN) -m mypy --no-error-summary
	@said=$$($(RUN) -c "from importlinter.cli import lint_imports_command as run; run()" --no-cache 2>&1) || { echo "$$said"; exit 1; }

# The tests need Chromium (the one that CHROMIUM names, or on the PATH), Graphviz, Node and Java. As root on Debian, and with sudo where CI is set,
# packages bring them.
WAIT := -o DPkg::Lock::Timeout=600
SUDO := $$([ "$$(id -u)" = 0 ] || echo sudo -n)
define package
{ { [ "$$(id -u)" = 0 ] || [ -n "$$CI" ]; } && command -v apt-get >/dev/null && $(SUDO) apt-get $(WAIT) update -qq \
		&& $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get $(WAIT) install -y -qq --no-install-recommends $(1) >/dev/null; }
endef

chromium:
	@[ -n "$$CHROMIUM" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
		|| $(call package,chromium fonts-liberation) \
		|| { echo "Chromium is missing: install it (on Debian: apt-get install chromium), or name yours: CHROMIUM=/path/to/chromium"; exit 1; }

graphviz:
	@command -v dot >/dev/null || $(call package,graphviz) \
		|| { echo "Graphviz is missing: install it (on Debian: apt-get install graphviz)"; exit 1; }

nodejs:
	@command -v node >/dev/null || $(call package,nodejs) \
		|| { echo "Node is missing: install it (on Debian: apt-get install nodejs)"; exit 1; }

# npm, and what a folder locks of it: no package runs a script of its own.
define npm
command -v npm >/dev/null || $(call package,npm) \
		|| { echo "npm is missing: install it (on Debian: apt-get install npm)"; exit 1; }
endef
define locked
[ $(1)/node_modules/.package-lock.json -nt $(1)/package-lock.json ] || { cd $(1) && npm ci --silent --ignore-scripts; }
endef

# The checker of HTML comes with npm as tests/validator/ locks it, and runs on Java; it needs no script of its own.
CHECKER := tests/validator
validator:
	@command -v java >/dev/null || $(call package,default-jre-headless) \
		|| { echo "Java is missing: install it (on Debian: apt-get install default-jre-headless)"; exit 1; }
	@$(call npm)
	@$(call locked,$(CHECKER))

# Lighthouse too comes with npm, as bench/lighthouse/ locks it. PARTS="check edit" measures some parts only, RECORD=yes keeps the figures.
LIGHTHOUSE := bench/lighthouse
bench: $(VENV)/.test chromium nodejs ## measure what everything costs, beside what was recorded last (RECORD=yes records)
	@$(call npm)
	@$(call locked,$(LIGHTHOUSE))
	@$(RUN) -m bench.bench $(if $(RECORD),--record) $(PARTS)

audit: $(VENV)/.test ## ask whether a package in the locks has a known fault
	@$(RUN) -m pip_audit --progress-spinner off --disable-pip --require-hashes -r requirements-test.lock

COMPILE := "$(PYTHON)" -m uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --custom-compile-command "make lock"
# What the site needs, with the fork of the theme in place of the theme.
define OF_FORKS
import tomllib
project = tomllib.load(open("pyproject.toml", "rb"))
print(*(need for need in project["project"]["dependencies"] if not need.startswith("mkdocs-material")), *project["dependency-groups"]["forks"], sep="\n")
endef
export OF_FORKS
lock: ## choose the newest versions that pyproject.toml allows and lock them
	@"$(PYTHON)" -m pip install -q uv
	@$(COMPILE) pyproject.toml -o requirements.lock
	@$(COMPILE) pyproject.toml --group test -o requirements-test.lock
	@"$(PYTHON)" -c "$$OF_FORKS" | $(COMPILE) - -o requirements-forks.lock

clean: ## delete everything that the commands above made
	@rm -rf .venv .venv-forks $(CHECKER)/node_modules $(LIGHTHOUSE)/node_modules build site docs/en/data/*.json docs/en/data/*.csv docs/en/data/*.xlsx docs/en/data/graph.* docs/en/data/indicators docs/en/schema/*.json docs/*/search .hypothesis .pytest_cache .ruff_cache

$(VENV)/.site: $(LOCK) $(STALE)
	@command -v "$(PYTHON)" >/dev/null || { echo "$(PYTHON) is missing: install Python 3.11 or newer, or name yours: make PYTHON=/path/to/python3"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than 3.11: install a newer Python and name it: make PYTHON=python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments: install its venv module (on Debian: apt-get install python3-venv)"; exit 1; }
	@"$(PYTHON)" tools/install.py $(LOCK) $(VENV)/.site

$(VENV)/.test: requirements-test.lock $(VENV)/.site
	@"$(PYTHON)" tools/install.py requirements-test.lock $(VENV)/.test
