package body

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"

	"cellshell/shell/attach"
	"cellshell/shell/control"
)

func controlPath(p Paths) string { return filepath.Join(p.Runtime, "control.sock") }

// handle makes a control handler of a function with typed parameters.
func handle[P any](f func(ctx context.Context, p P, progress func(any) error) (any, error)) control.Handler {
	return func(ctx context.Context, raw json.RawMessage, progress func(any) error) (any, error) {
		var p P
		if len(raw) > 0 {
			if err := json.Unmarshal(raw, &p); err != nil {
				return nil, &control.Error{Text: "parameters: " + err.Error(), Code: control.CodeUsage}
			}
		}
		return f(ctx, p, progress)
	}
}

type none struct{}

// handlers are the methods of the control socket.
func (b *Body) handlers() map[string]control.Handler {
	return map[string]control.Handler{
		control.MethodLs:         handle(func(context.Context, none, func(any) error) (any, error) { return b.list(), nil }),
		control.MethodSpawn:      handle(b.spawn),
		control.MethodKill:       handle(b.kill),
		control.MethodEvolve:     handle(b.evolve),
		control.MethodAnswer:     handle(b.answer),
		control.MethodHear:       handle(b.hear),
		control.MethodSketch:     handle(b.sketch),
		control.MethodSaid:       handle(func(context.Context, none, func(any) error) (any, error) { return b.said.all(), nil }),
		control.MethodUndo:       handle(b.undo),
		control.MethodRedo:       handle(func(ctx context.Context, _ none, _ func(any) error) (any, error) { return b.engine.Redo(ctx), nil }),
		control.MethodRestore:    handle(b.restore),
		control.MethodBranch:     handle(b.branch),
		control.MethodTrying:     handle(b.trying),
		control.MethodHistory:    handle(b.history),
		control.MethodDiff:       handle(b.diff),
		control.MethodInspect:    handle(b.inspect),
		control.MethodCat:        handle(b.cat),
		control.MethodEdit:       handle(b.edit),
		control.MethodScreenshot: handle(b.screenshot),
		control.MethodTap:        handle(b.tap),
		control.MethodType:       handle(b.typeText),
		control.MethodKey:        handle(b.key),
		control.MethodPoint:      handle(b.point),
		control.MethodLogs:       handle(b.logs),
		control.MethodTop:        handle(b.top),
		control.MethodGenes:      handle(func(context.Context, none, func(any) error) (any, error) { return geneList(), nil }),
		control.MethodDoctor:     handle(b.doctor),
		control.MethodStatus:     handle(b.status),
		attach.MethodAttach:      handle(b.attachScreen),
		attach.MethodInput:       handle(b.handInput),
		attach.MethodShaders:     handle(b.shadersRefused),
		attach.MethodPicture:     handle(b.takeGlass),
		attach.MethodScreens:     handle(func(context.Context, none, func(any) error) (any, error) { return b.listScreens(), nil }),
		control.MethodQuit:       handle(func(context.Context, none, func(any) error) (any, error) { b.Quit(); return nil, nil }),
	}
}

func (b *Body) status(context.Context, none, func(any) error) (any, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return control.Status{PID: os.Getpid(), Started: b.started, Cells: len(b.cells), Model: b.model, Data: b.paths.tissue(), Version: Version}, nil
}
