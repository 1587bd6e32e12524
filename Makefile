# CellShell. "make" alone lists what can be made.
#
# Needs Go, git and make; no C compiler. Tools are pinned here and kept in .bin.

GOFUMPT  := .bin/gofumpt-v0.12.0
LINT     := .bin/golangci-lint-v2.15.0
PROGRAMS := cellshell cellscreen cellhost cell
BUNDLE   := interp/build/exportdata/bundle.bin
PREFIX   ?= $(if $(filter 0,$(shell id -u)),/usr/local,$(HOME)/.local)

export CGO_ENABLED := 0

.DEFAULT_GOAL := help
.PHONY: help picture gallery build web run test acceptance bench soak check vet lint format gen install uninstall clean needs

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

build: $(BUNDLE) web ## build bin/cellshell, bin/cellscreen, bin/cellhost and bin/cell, and prepare the native engine in bin/native
	go build -trimpath -ldflags '-s -w' -o bin/ $(PROGRAMS:%=./cmd/%)
	bin/cellshell prepare bin/native

# Compressed once, as a browser takes it; a newer one replaces it in one step, because a server may be reading it.
web: $(BUNDLE) ## build the browser screen in bin/web (make build does so too)
	@mkdir -p bin/web
	GOOS=js GOARCH=wasm go build -trimpath -ldflags '-s -w' -o .bin/screen.new ./cmd/cellscreen
	@if cmp -s .bin/screen.new .bin/screen.wasm && [ -e bin/web/cellscreen.wasm.gz ]; then rm .bin/screen.new; else \
		mv .bin/screen.new .bin/screen.wasm && gzip -9 -n -c .bin/screen.wasm > bin/web/new && mv bin/web/new bin/web/cellscreen.wasm.gz; fi
	@cp "$$(go env GOROOT)/lib/wasm/wasm_exec.js" bin/web/new && mv bin/web/new bin/web/wasm_exec.js

run: build ## build everything and start the desktop (ARGS="--headless" and others are passed on)
	bin/cellshell $(ARGS)

picture: build ## record docs/desk.png, the moving picture of the README, again
	docs/picture.sh

gallery: build ## draw contact sheets of everything there is to see into gallery/
	docs/gallery.sh

test: needs build ## run every test; installs what the tests need when it may
	CELLSHELL_BIN=$(CURDIR)/bin CELLSHELL_NATIVE=$(CURDIR)/bin/native go test -timeout 15m ./...

acceptance: build ## say the public sentences to a running desktop and print how they fared, by intent
	CELLSHELL_BIN=$(CURDIR)/bin CELLSHELL_NATIVE=$(CURDIR)/bin/native go test -count=1 -timeout 15m -run TestPublicSentences -v ./cmd/cellshell

bench: build ## measure what the design promises, with the target beside each figure, then the parts
	CELLSHELL_BENCH=1 CELLSHELL_BIN=$(CURDIR)/bin CELLSHELL_NATIVE=$(CURDIR)/bin/native go test -count=1 -timeout 30m -run TestNumbers -v ./cmd/cellshell
	go test -timeout 30m -run '^$$' -bench . -benchmem ./...

soak: build ## swap a cell ten thousand times on a living desktop and look for what grows (SWAPS=n)
	CELLSHELL_SOAK=$(or $(SWAPS),10000) CELLSHELL_BIN=$(CURDIR)/bin CELLSHELL_NATIVE=$(CURDIR)/bin/native go test -count=1 -timeout 3h -run TestSoak -v ./cmd/cellshell

check: gen vet lint ## everything a reviewer would complain about: gofumpt, go vet, golangci-lint

vet: $(BUNDLE) $(GOFUMPT) ## the fast part of check: gofumpt and go vet
	@bad=$$($(GOFUMPT) -l .); if [ -n "$$bad" ]; then echo "not formatted, run make format:"; echo "$$bad"; exit 1; fi
	go vet ./...

lint: $(BUNDLE) $(LINT) ## golangci-lint (the first time it is compiled, which takes minutes)
	$(LINT) run ./...

format: $(GOFUMPT) ## format all Go files
	$(GOFUMPT) -w .

gen: $(BUNDLE) ## write the generated files again: export data, the interpreter's symbols, the card of the SDK for models
	go run ./interp/eval/gen
	go generate ./prompts

install: build ## install into PREFIX (/usr/local for root, else ~/.local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/cellshell $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install $(PROGRAMS:%=bin/%) $(DESTDIR)$(PREFIX)/bin
	rm -rf $(DESTDIR)$(PREFIX)/lib/cellshell/native $(DESTDIR)$(PREFIX)/lib/cellshell/web
	cp -R bin/native bin/web $(DESTDIR)$(PREFIX)/lib/cellshell
	bin/cell completion bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/cell

uninstall: ## remove what install has put there
	rm -f $(PROGRAMS:%=$(DESTDIR)$(PREFIX)/bin/%) $(DESTDIR)$(PREFIX)/share/bash-completion/completions/cell
	rm -rf $(DESTDIR)$(PREFIX)/lib/cellshell

clean: ## remove what was built, but not the tools
	rm -rf bin .bin/test .bin/native $(BUNDLE)
	find . -name '*.got.png' -delete -o -name '*.diff.png' -delete

needs:
	@.ci/needs

# The export data describes the SDK and the packages a cell may import, as this version of Go compiles them.
$(BUNDLE): $(shell find membrane immune interp/build -name '*.go' -not -name '*_test.go') go.sum .bin/go-version
	go run ./interp/build/gen $@

.bin/go-version: always
	@mkdir -p .bin; go version > $@.new; cmp -s $@.new $@ && rm $@.new || mv $@.new $@

.PHONY: always

$(GOFUMPT):
	GOBIN=$(CURDIR)/.bin/new go install mvdan.cc/gofumpt@$(subst .bin/gofumpt-,,$@)
	mv .bin/new/gofumpt $@

$(LINT):
	GOBIN=$(CURDIR)/.bin/new go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(subst .bin/golangci-lint-,,$@)
	mv .bin/new/golangci-lint $@
