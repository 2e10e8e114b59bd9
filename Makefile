# Attune: `make practice` starts practising, `make test` runs the tests. Both install what is
# missing first. The one thing that has to be there already is Swift, 6.3 or later.

PREFIX ?= /usr/local
SWIFT ?= swift
# With Swift's libraries inside, the program starts and grades faster, and runs where no toolchain is.
BUILD = $(SWIFT) build -c release --static-swift-stdlib --product attune
PROGRAM = .build/release/attune
SHARE = $(DESTDIR)$(PREFIX)/share

CASES ?= 1000000

.PHONY: practice test simulate golden lint format bench fuzz check-distributed build install \
  install-data setup check-swift train evaluate transcripts

practice: build
	$(PROGRAM) practice

build: setup
	$(BUILD)

# The server's tests go first and by themselves: a server shares Swift's threads with whatever runs
# beside it, and tests that compute for long would leave it none.
test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --filter ServerTests
	$(SWIFT) test --skip-build --skip ServerTests

# The tests of every policy with every vignette over 100 seeds; `make test` plays 50 of these.
simulate: setup
	$(SWIFT) build --build-tests
	ATTUNE_SEEDS=100 $(SWIFT) test --skip-build --filter ClientsTests.SessionTests

lint: check-swift
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: check-swift
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

bench: build
	.ci/bench $(PROGRAM)

# Scores with GNU parallel and Apache Spark, and compares; needs Java 17 and a network for pip.
check-distributed: build
	.ci/check-distributed $(PROGRAM)

# Sends CASES mutants of the shipped packs through the loader; a case is found again by its
# number: .build/release/FuzzPacks --case NUMBER
fuzz: setup
	$(SWIFT) build -c release --static-swift-stdlib --product FuzzPacks
	ulimit -v 2097152 && .build/release/FuzzPacks --cases $(CASES)

install: build install-data
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/attune

# What the program reads, and what people read: that is one tree, as in the repository, so that the
# pages' links hold in both. What an earlier version put there goes first; beside it, where PREFIX is
# ~/.local, lie people's own packs and sessions.
install-data:
	$(if $(word 2,$(SHARE)),$(error PREFIX and DESTDIR cannot hold spaces))
	rm -rf $(SHARE)/attune/Scenarios $(SHARE)/attune/Schemas $(SHARE)/doc/attune
	install -d $(SHARE)/attune/Models $(SHARE)/doc/attune/Models
	cp -R Scenarios Schemas $(SHARE)/attune/
	install -m 644 Models/attune.model $(SHARE)/attune/Models/
	cp -R README.md LICENSE Documentation Examples Transcripts $(SHARE)/doc/attune/
	install -m 644 Models/README.md $(SHARE)/doc/attune/Models/
	ln -sfn ../../attune/Scenarios ../../attune/Schemas $(SHARE)/doc/attune/

# Trains the model anew; DATA is a folder with the labelled replies that Models/README.md names.
train: build
	$(PROGRAM) model train --data $(DATA) --corpus Corpus --name attune@1 --output Models/attune.model

evaluate: build
	$(PROGRAM) model evaluate --data $(DATA) --corpus Corpus

# Plays the example sessions anew, after a change to the model, a pack or the clients.
transcripts: build
	.ci/record-transcripts $(PROGRAM)

# Records the sessions of Tests/PracticeTests/Golden anew, after the same; read the difference.
golden: setup
	$(SWIFT) build --build-tests
	ATTUNE_RECORD=1 $(SWIFT) test --skip-build --filter GoldenTests

setup: check-swift
	.ci/install-libraries

check-swift:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo "Attune needs the Swift toolchain, version 6.3 or later:" >&2; \
	  echo "  https://www.swift.org/install" >&2; exit 69; }
