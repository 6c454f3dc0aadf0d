# `make serve` and `make test` are all a newcomer needs: both install what is missing.
TOOLS := $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)/caveat-lector
export PATH := $(CURDIR)/.ci/tools/node_modules/.bin:$(TOOLS)/bin:$(PATH)
# With `make -j` cargo would look for the job server of make and warn that it cannot reach it.
unexport MAKEFLAGS MFLAGS
PORT ?= 8080
SHARED := ../shared
COMMAND := target/release/caveat-lector
.PHONY: serve tools dist reproduce single-file module extension test check score yardstick concordance bench bench-page bench-extension lighthouse soak size screenshots fmt clean

serve: dist ## Build the release and serve the page on 127.0.0.1
	@node .ci/tools/serve.mjs --port $(PORT)

tools:
	@.ci/install node wasm

dist: tools ## The static site in dist/, for any folder of any static host
	trunk build --release --offline
	@node .ci/tools/supply.mjs dist

reproduce: dist ## A second build from nothing gives the same bytes
	rm -rf target/again
	CARGO_TARGET_DIR=$(CURDIR)/target/again trunk build --release --offline --dist target/again/dist
	@node .ci/tools/supply.mjs target/again/dist
	diff -r dist target/again/dist && rm -rf target/again && echo "both builds are the same"

single-file: dist ## The whole page in one file, caveat-lector.html, that opens by double click
	@node .ci/tools/single.mjs dist caveat-lector.html

module: tools ## The npm package in target/npm/caveat-lector
	@.ci/module

extension: dist module ## The browser extension in target/extension, for Chromium and Firefox
	@node .ci/tools/extension.mjs

# What can differ in the page that is opened as a file: starting, storing, files and links.
SINGLE_TESTS := $(addprefix tests/browser/,page.test.mjs ways.test.mjs)
test: single-file extension ## Every test, browsers included
	@.ci/install browsers nginx
	cargo test
	node --test tests/foreign/*.test.mjs
	node --test --test-concurrency=1 tests/browser/*.test.mjs
	SINGLE=1 node --test --test-concurrency=1 $(SINGLE_TESTS)

check: tools ## Formatting, lints on host and wasm32, documentation
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --features module -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

target/release/caveat-lector: FORCE
	cargo build --release
FORCE:

yardstick: $(COMMAND) ## Quantiles of marks per 1,000 words in news texts, which the page compares an article with
	@python3 .ci/tools/yardstick.py $(SHARED)/corpus/press.jsonl $(COMMAND) src/reading/yardstick.tsv

score: $(COMMAND) ## Precision, recall and F1 on annotated articles, with a floor; writes docs/accuracy.md and the README's table
	@.ci/score $(SHARED) $(COMMAND)

concordance: $(COMMAND) ## RULE=id, kind or all: every hit and every rejected look-alike in real news, one a line; RULE=rare: patterns that match hardly anywhere
	@.ci/concordance $(SHARED)/corpus/wikinews.jsonl $(COMMAND) $(or $(RULE),all)

bench: module ## The engine beside the tools people use today, in one run, and natively; writes docs/performance.md
	@.ci/install peers
	node benches/module.mjs $(CURDIR)/target/npm/caveat-lector $(TOOLS)/proselint/bin/python
	node benches/native.mjs

bench-page: dist ## What a reader waits for, in Chromium; writes docs/performance.md
	@.ci/install browsers
	node benches/page.mjs

bench-extension: extension ## What marking an article of 100 kB costs the site that shows it, in Chromium: at most 150 ms, no task over 50 ms
	@.ci/install browsers
	node benches/extension.mjs

lighthouse: dist ## Lighthouse's marks for the page, on its mobile profile; writes docs/performance.md
	@.ci/install browsers peers
	node benches/lighthouse.mjs

SOAK_ROUNDS ?= 2000
soak: dist ## Thousands of pastes and edits in one tab leave memory flat
	@.ci/install browsers
	node tests/browser/soak.mjs $(SOAK_ROUNDS)

size: dist ## What the first visit transfers, at most 875 kB
	@node .ci/tools/size.mjs dist 875000

screenshots: extension ## The pictures of README and docs
	@.ci/install browsers
	node tests/browser/shots.mjs docs
	node tests/browser/extension_shot.mjs docs

fmt:
	cargo fmt --all

clean:
	cargo clean
	rm -rf dist

FUZZ_SECONDS ?= 60
FUZZ_FLAGS := -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
  -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Clink-dead-code --cfg fuzzing
.PHONY: fuzz
fuzz: ## Fuzz all that takes text or bytes in: no panic, sound spans, revised = analysed anew
	mkdir -p target/fuzz/corpus
	cp src/ui/samples/*.txt tests/cases/*.txt target/fuzz/corpus/
	tar -xzf tests/fuzz/corpus.tar.gz -C target/fuzz/corpus
	RUSTFLAGS="$(FUZZ_FLAGS)" cargo build --release --locked --manifest-path tests/fuzz/Cargo.toml --target-dir target/fuzz --target $(shell rustc -vV | sed -n 's/host: //p')
	for target in engine readers; do target/fuzz/*/release/$$target target/fuzz/corpus -max_total_time=$$(($(FUZZ_SECONDS) / 2)) -max_len=4096 -timeout=5 -print_final_stats=1 || exit 1; done

.PHONY: fuzz-corpus
fuzz-corpus: ## Keeps the smallest inputs that reach all that is reached, in tests/fuzz/corpus.tar.gz
	rm -rf target/fuzz/merged && mkdir -p target/fuzz/merged
	for target in engine readers; do target/fuzz/*/release/$$target -merge=1 -max_len=1024 target/fuzz/merged target/fuzz/corpus; done
	tar --sort=name --mtime=@0 --owner=0 --group=0 -C target/fuzz/merged -czf tests/fuzz/corpus.tar.gz .
