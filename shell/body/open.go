package body

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"time"

	"cellshell/genome"
	"cellshell/gpu/paint"
	"cellshell/interp/build"
	"cellshell/nucleus"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// Open starts or resumes the desktop: it reads the tissue, finds the cells that outlived an earlier body, starts the
// others, and answers on the control socket. On a first start it sets up the default desktop.
func Open(ctx context.Context, o Options) (_ *Body, err error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	own := newOwnLog()
	o.Log = slog.New(own.tee(o.Log.Handler()))
	if o.Width <= 0 || o.Height <= 0 {
		o.Width, o.Height = 1280, 800
	}
	if o.Scale <= 0 {
		o.Scale = 1
	}
	if err := o.Paths.make(); err != nil {
		return nil, fmt.Errorf("body: folders: %w", err)
	}
	if _, err := os.Stat(o.Host); err != nil {
		return nil, &control.Error{Text: "the program cellhost is missing: " + o.Host, Hint: "build it with: make build", Code: control.CodeFailed}
	}
	b := &Body{
		paths: o.Paths, log: o.Log, host: o.Host, now: time.Now, started: time.Now(),
		done: make(chan struct{}), quit: make(chan struct{}), tools: make(chan struct{}), promoting: make(chan struct{}, 1),
		cells: map[tissue.CellID]*live{}, sessions: map[*session]bool{}, edits: newEdits(), own: own, attempts: make(chan struct{}, 1), strangers: map[tissue.CellID]bool{}, screens: map[uint64]*screen{}, hands: map[string]*hands{},
		before: map[tissue.CellID]paint.Rect{},
		vw:     o.Width, vh: o.Height, scale: o.Scale,
	}
	b.ctx, b.cancel = context.WithCancel(context.Background())
	defer func() {
		if err != nil {
			b.Close()
		}
	}()
	b.drawPictures()
	if b.config, err = LoadConfig(o.Paths.Config); err != nil {
		return nil, err
	}
	if b.sup, err = nucleus.New(nucleus.Options{Host: o.Host, RunDir: o.Paths.Runtime, LogDir: o.Paths.logs(), Warm: 2, AllowWeak: b.config.Evolve.Unjailed, Log: o.Log}); err != nil {
		if other := control.Vacant(controlPath(o.Paths)); other != nil {
			return nil, other
		}
		return nil, fmt.Errorf("body: supervisor: %w", err)
	}
	b.background(b.findToolchain) // ends when the archives are found or made, or the body closes
	if b.gate, err = build.NewGate(ctx); err != nil {
		return nil, fmt.Errorf("body: gate: %w", err)
	}
	if b.store, err = genome.Open(o.Paths.tissue()); err != nil {
		return nil, fmt.Errorf("body: tissue: %w", err)
	}
	b.said = openSaid(o.Paths.said(), b.store.History)
	b.noteEdits()
	b.startSaver()
	b.loadInput()
	if err := b.populate(ctx); err != nil {
		return nil, err
	}
	if err = b.startEngine(); err != nil {
		return nil, err
	}
	if b.server, err = control.Listen(controlPath(o.Paths), b.handlers()); err != nil {
		return nil, err
	}
	b.watch()
	b.awaitBranch()
	b.pictured() // of the start, too
	return b, nil
}
