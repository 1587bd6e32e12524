package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/shell/control"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cell": func() { os.Exit(run()) }})
}

// TestScripts runs the command line as a user does, against a body that answers from a table. What it was asked stands in
// the file asked, one request a line.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			run, err := os.MkdirTemp("", "cl") // a socket's path has at most 107 bytes
			if err != nil {
				return err
			}
			env.Setenv("XDG_RUNTIME_DIR", run)
			env.Setenv("NO_COLOR", "1")
			quit := make(chan struct{}, 1)
			handlers := fake(filepath.Join(env.WorkDir, "asked"))
			asked := handlers[control.MethodQuit]
			handlers[control.MethodQuit] = func(ctx context.Context, params json.RawMessage, progress func(any) error) (any, error) {
				quit <- struct{}{}
				return asked(ctx, params, progress)
			}
			s, err := control.Listen(filepath.Join(run, "cellshell", "control.sock"), handlers)
			if err != nil {
				return err
			}
			go func() { // ends when it was told to, or with the test
				<-quit
				time.Sleep(50 * time.Millisecond) // the answer is still on its way
				s.Close()
			}()
			env.Defer(func() {
				quit <- struct{}{}
				s.Close()
				os.RemoveAll(run)
			})
			return nil
		},
	})
}

func fake(file string) map[string]control.Handler {
	var mu sync.Mutex
	out := map[string]control.Handler{}
	for method, answer := range answers {
		out[method] = func(_ context.Context, params json.RawMessage, progress func(any) error) (any, error) {
			mu.Lock()
			defer mu.Unlock()
			f, err := os.OpenFile(file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
			if err != nil {
				return nil, err
			}
			defer f.Close()
			if _, err := fmt.Fprintf(f, "%s %s\n", method, params); err != nil {
				return nil, err
			}
			return answer(params, progress)
		}
	}
	return out
}

type answer = func(params json.RawMessage, progress func(any) error) (any, error)

func always(v any) answer {
	return func(json.RawMessage, func(any) error) (any, error) { return v, nil }
}

var noon = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

var bigger = act.Receipt{
	Sentence: "make this button bigger", Status: act.Done, Route: act.RouteReflex,
	Acts:   []act.Act{{Intent: act.Resize, Target: act.Target{Cell: "counter", Node: "column0/row0/plus"}, Args: act.Args{Factor: 1.5}}},
	Checks: []act.Check{{What: "size", Before: "64×44", After: "96×66", OK: true}},
	Timing: act.Timing{Total: 21.4}, Commit: "0123456789abcdef", Undo: "cell undo",
}

var answers = map[string]answer{
	control.MethodLs: always([]control.CellInfo{
		{ID: "clock", Gene: "clock", Title: "Clock", Engine: "native", Generation: 3, Bounds: control.Bounds{X: 40, Y: 24.5, W: 240, H: 120}, CPU: 0.0123, Memory: 3 << 20},
		{ID: "my-counter", Gene: "counter", Title: "Counter", Generation: 1, State: "starting"},
	}),
	control.MethodEvolve: func(params json.RawMessage, progress func(any) error) (any, error) {
		var p control.EvolveParams
		if err := json.Unmarshal(params, &p); err != nil {
			return nil, err
		}
		switch p.Sentence {
		case "ask":
			return act.Receipt{Status: act.Asked, Question: "Which button?", Choices: []string{"plus", "minus"}}, nil
		case "show three":
			return act.Receipt{Status: act.Asked, Question: "Which one?", Choices: []string{"Owl", "None"}, Pictures: []string{"/tmp/owl.png", ""}}, nil
		case "refuse":
			return act.Receipt{Status: act.Refused, Reason: "that would leave nothing"}, nil
		case "fail":
			return act.Receipt{Status: act.Failed, Reason: "it did not get bigger"}, nil
		case "roll back":
			return act.Receipt{Status: act.RolledBack, Reason: "it crashed\x1b[31m"}, nil
		case "break":
			return nil, &control.Error{Text: "there is no cell \"x\"", Hint: "cell ls shows what there is", Code: control.CodeNotFound}
		}
		_ = progress(control.EvolveProgress{Stage: "write"})
		return bigger, nil
	},
	control.MethodAnswer: always(bigger),
	control.MethodSpawn:  always(act.Receipt{Status: act.Done, Acts: []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: "clock"}}}, Undo: "cell undo"}),
	control.MethodKill:   always(act.Receipt{Status: act.Done, Acts: []act.Act{{Intent: act.Remove, Target: act.Target{Cell: "clock"}}}}),
	control.MethodUndo:   always(act.Receipt{Status: act.Done, Acts: []act.Act{{Intent: act.Undo}}}),
	control.MethodRedo:   always(act.Receipt{Status: act.Failed, Reason: "there is nothing to do again"}),
	control.MethodHistory: always([]control.HistoryEntry{
		{N: 2, Commit: "fedcba9876543210", Sentence: "dark mode", Status: act.Done, Time: noon},
		{N: 1, Commit: "0123456789abcdef", Sentence: "add a clock", Status: act.Done, Time: noon, Undone: true},
	}),
	control.MethodDiff: always(control.DiffResult{N: 2, Diff: "--- a/tissue.json\n+++ b/tissue.json\n@@ -1 +1 @@\n-light\n+dark\n"}),
	control.MethodInspect: always(control.CellDetail{
		ID: "counter", Gene: "counter", Title: "Counter", Generation: 4, Engine: "yaegi", PID: 77, Bounds: control.Bounds{X: 10, Y: 10, W: 200, H: 100},
		State: json.RawMessage(`{"Taps":3}`), Note: "main.go:9:1: undefined: x",
		Tree: &control.NodeDetail{
			ID: "counter/column0", Kind: ui.KindColumn, Source: "main.go:10:9",
			Children: []*control.NodeDetail{{ID: "counter/column0/plus", Kind: ui.KindButton, Text: "+1", Source: "main.go:12:3", Bounds: control.Bounds{X: 10, Y: 50, W: 64, H: 44}}},
		},
	}),
	control.MethodCat: always(control.SourceResult{Cell: "counter", Source: "package main\n\nconst Step = 1\n", Manifest: "name = \"counter\"\n", Generation: 4}),
	control.MethodEdit: func(params json.RawMessage, _ func(any) error) (any, error) {
		var p control.EditParams
		if err := json.Unmarshal(params, &p); err != nil {
			return nil, err
		}
		if p.Source == "package main\n\nconst Step = x\n" {
			return act.Receipt{Status: act.Refused, Reason: "main.go:3:14: undefined: x"}, nil
		}
		return act.Receipt{Status: act.Done, Acts: []act.Act{{Intent: act.Behaviour, Target: act.Target{Cell: p.Cell}}}, Undo: "cell undo"}, nil
	},
	control.MethodScreenshot: always(control.ScreenshotResult{PNG: []byte("\x89PNG picture\n"), Width: 1280, Height: 800}),
	control.MethodTap:        always(control.InputResult{Cell: "counter", Node: "counter/column0/plus"}),
	control.MethodType:       always(control.InputResult{Cell: "notes", Node: "notes/column0/area0"}),
	control.MethodKey:        always(control.InputResult{}),
	control.MethodPoint:      always(control.PointResult{Cell: "counter", Node: "counter/column0/plus", Kind: "button", Text: "+1", Source: "main.go:12:3"}),
	control.MethodLogs: func(params json.RawMessage, progress func(any) error) (any, error) {
		lines := []control.LogLine{{Time: noon, Text: "one"}, {Time: noon, Text: "two\x1b[2J"}}
		var p control.LogsParams
		if err := json.Unmarshal(params, &p); err != nil {
			return nil, err
		}
		if !p.Follow {
			return lines, nil
		}
		for _, l := range lines {
			if err := progress(l); err != nil {
				return nil, err
			}
		}
		return []control.LogLine{}, nil
	},
	control.MethodTop:    always([]control.Usage{{ID: "clock", PID: 12, Engine: "native", CPU: 0.5, CPUTime: 1.25, Memory: 1 << 20, Views: 9}}),
	control.MethodGenes:  always([]control.GeneInfo{{Name: "clock", Title: "Clock", Kind: "widget", Description: "The time", Styles: []string{"analog", "digital"}}}),
	control.MethodDoctor: always([]control.Finding{{Area: "jail", Name: "seccomp", OK: true, Detail: "in force"}, {Area: "model", Name: "model", Detail: "none", Hint: "set OPENAI_API_KEY"}}),
	control.MethodStatus: always(control.Status{PID: 5, Started: noon, Cells: 2, Data: "/home/x/tissue", Version: "1"}),
	control.MethodQuit:   always(nil),
}
