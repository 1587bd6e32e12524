package archtest_test

import (
	"strings"
	"testing"

	"cellshell/internal/archtest"
)

const (
	ebitengine = "github.com/hajimehoshi/ebiten"
	yaegi      = "github.com/traefik/yaegi"
	openai     = "github.com/sashabaranov/go-openai"
	chromedp   = "github.com/chromedp"
)

// What a program or package must not link, and why. A path stands for everything below it.
var forbidden = map[string]map[string]string{
	"cmd/cellshell": {
		ebitengine: "the body opens no window, and has to run where there is no display library",
		chromedp:   "a browser is driven by tests alone",
		yaegi:      "a crash or a hole in the interpreter must stay inside a jailed cellhost",
	},
	"cmd/cellscreen": {
		yaegi:                  "a screen runs no cell",
		openai:                 "only the body asks a model",
		"cellshell/shell/body": "a screen may die without the body noticing: they share nothing but a socket",
		"cellshell/nucleus":    "a screen starts no cell",
	},
	"shell/screen": {
		ebitengine: "a screen is tested without a display; shell/stage puts it into a window",
	},
	"cmd/cellhost": {
		ebitengine: "a jailed host draws nothing; it answers with trees",
		openai:     "a jailed host has no network",
	},
	"cmd/cell": {
		ebitengine: "the command line opens no window",
		yaegi:      "the command line runs no cell",
		openai:     "only the body asks a model",
		"net/http": "the command line talks to the body over its socket alone, and starts in a few milliseconds",
	},
	"membrane/cell": {
		"net":     "a cell has no network, and what it links is the time a swap takes",
		"os/exec": "a cell starts no programs",
		"github":  "cells link the standard library only",
	},
	"gpu/paint": {
		"cellshell": "the display list is data that knows nobody",
		"os":        "the display list does no I/O",
	},
	"compositor": {
		"cellshell/gpu/soft": "a layout does not draw",
		"os/exec":            "a layout is a pure function",
		"net":                "a layout is a pure function",
	},
	"evolve/reflex": {
		openai: "the offline parser asks nobody",
		"net":  "the offline parser asks nobody",
	},
	"interp/build": {
		yaegi: "the body links interp/build, and yaegi belongs to cellhost",
	},
}

func TestNothingForbiddenIsLinked(t *testing.T) {
	for name, rules := range forbidden {
		t.Run(name, func(t *testing.T) {
			packages, err := archtest.List("../..", "./"+name)
			if err != nil || len(packages) != 1 {
				t.Fatalf("go list ./%s: %d packages, %v", name, len(packages), err)
			}
			for _, dep := range packages[0].Deps {
				for path, reason := range rules {
					if dep == path || strings.HasPrefix(dep, path+"/") || strings.HasPrefix(dep, path+".") {
						t.Errorf("%s links %s: %s", name, dep, reason)
					}
				}
			}
		})
	}
}
