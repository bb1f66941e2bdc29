# Trædesten: `make run` serves the portal, `make test` checks everything. See README.md.
export CARGO_TARGET_DIR ?= $(CURDIR)/target

# With a made-up desk, so that everything can be tried; without PORTAL_DEMO nothing is made up.
run: build
	@PORTAL_DEMO=1 scripts/with-tools $(CARGO_TARGET_DIR)/release/portal demo
	@PORTAL_DEMO=1 PORTAL_ORIGIN=http://localhost:3000 scripts/with-tools $(CARGO_TARGET_DIR)/release/portal serve

build:
	@scripts/setup
	@scripts/with-tools scripts/build

dev: build
	@scripts/with-tools scripts/dev

test:
	@scripts/setup --tests
	@scripts/with-tools scripts/test

# The main journeys in Firefox and WebKitGTK, with JavaScript and without: before every release.
test-engines: build
	@scripts/setup --engines
	@PORTAL_BIN=$(CARGO_TARGET_DIR)/release/portal PORTAL_SITE_DIR=$(CARGO_TARGET_DIR)/site scripts/test-engines

# Licences and known weaknesses of what is depended on: needs cargo-deny, and is not part of the tests.
audit:
	@scripts/with-tools scripts/audit

bench: build
	@scripts/setup --bench
	@scripts/with-tools scripts/bench

.PHONY: run build dev test test-engines audit bench
