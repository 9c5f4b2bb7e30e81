# make help lists the commands. Paths are relative and quoted: the folder's name may hold spaces.

# The Python .venv is made with; without it the first of at least 3.11 is found.
PYTHON ?=
# Passed on: make run ARGS="--page learn", make test ARGS="tests/practice -x"
ARGS ?=

# Tests run side by side, a process a core; not where a debugger is wanted or xdist is switched off.
PARALLEL ?= $(if $(filter no:xdist -pno:xdist,$(ARGS)),,-n auto --maxprocesses 4 --dist worksteal)

VENV_PYTHON := .venv/bin/python
NEEDS_NO_DISPLAY := list measure render plan today reminders check screenshots --version --help -h

.DEFAULT_GOAL := help
.PHONY: help program setup run test check bench figures pictures format clean

help: ## List these commands.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## Make or update .venv with the program's dependencies and the developers' tools.
	@python=$$(sh tools/find_python.sh "$(PYTHON)") && "$$python" -m tools.setup_environment dev

# What running needs and no more; the developers' tools come with the first of their commands.
program:
	@python=$$(sh tools/find_python.sh "$(PYTHON)") && "$$python" -m tools.setup_environment

run: program ## Start the trainer.
ifeq ($(filter $(NEEDS_NO_DISPLAY),$(ARGS)),)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		echo 'There is no display here to open the window on; without one these work (with $(VENV_PYTHON)): python main.py screenshots -o DIR, python main.py measure MOVEMENT, python main.py render MOVEMENT -o FILE, python main.py plan EXERCISE.' >&2; \
		exit 1; \
	fi
endif
	@$(VENV_PYTHON) main.py $(ARGS)

test: setup ## Run the tests; they need no display.
	@$(VENV_PYTHON) -m pytest $(PARALLEL) $(ARGS)

check: setup ## Check style, types, who imports whom, and the lessons, movements and exercises.
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m ruff format --check .
	$(VENV_PYTHON) -m mypy
	.venv/bin/lint-imports --no-logo
	$(VENV_PYTHON) main.py check

bench: ## Run the benchmarks, each against something measured in the same run.
	@python=$$(sh tools/find_python.sh "$(PYTHON)") && "$$python" -m tools.setup_environment dev bench
	@$(VENV_PYTHON) -m benchmarks $(ARGS)

figures: program ## Draw a contact sheet of every movement into build/figures.
	@$(VENV_PYTHON) -m tools.make_figures $(ARGS)

pictures: program ## Draw the teaching pictures into docs/pictures.
	@$(VENV_PYTHON) -m tools.make_pictures $(ARGS)

format: setup ## Format the code and mend what ruff can mend.
	$(VENV_PYTHON) -m ruff check --fix .
	$(VENV_PYTHON) -m ruff format .

clean: ## Remove .venv and everything else that was made here.
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find app tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
