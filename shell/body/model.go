package body

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"cellshell/evolve"
	"cellshell/evolve/coder"
	"cellshell/evolve/llm"
	"cellshell/evolve/reflex"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// A model server on this machine is looked for at the start and again when a sentence comes and there is none, so that one
// can be started at any time; not more often than every discoverPause.
const (
	discoverTime  = 3 * time.Second
	discoverPause = 5 * time.Second
)

// openModel returns the writer of new code that the settings name, with its name for people. Without settings a local
// server is looked for in the background, so that the desktop never waits for one.
func (b *Body) openModel() (w evolve.Writer, name string, err error) {
	m := b.config.Model
	if m.Replay != "" {
		recorded, err := llm.Replay(m.Replay)
		if err != nil {
			return nil, "", err
		}
		return b.coder(recorded), "a recording in " + m.Replay, nil
	}
	base := b.modelConfig()
	base.BaseURL, base.Key = m.BaseURL, m.Key
	if m.BaseURL == "" && m.Key == "" {
		return nil, "", nil
	}
	client, err := llm.Open(base)
	if err != nil {
		return nil, "", err
	}
	b.closers = append(b.closers, client)
	b.talk = client
	return b.coder(client), client.String(), nil
}

// modelConfig is what the settings say of every model, wherever it runs.
func (b *Body) modelConfig() llm.Config {
	m := b.config.Model
	return llm.Config{Model: m.Name, First: m.FirstToken, Idle: m.NextToken, Budget: b.budget, Models: b.config.Models}
}

func (b *Body) coder(model llm.Completer) evolve.Writer {
	if dir := b.config.Model.Record; dir != "" {
		model = b.recorder(model, dir)
	}
	return b.plainCoder(model)
}

func (b *Body) recorder(model llm.Completer, dir string) llm.Completer {
	return &llm.Recorder{Next: model, Dir: dir, Keys: []string{b.config.Model.Key}}
}

// recording returns the writer of a sentence that is to be recorded in a folder or answered from one; nil when it is
// neither. A folder is read once, so that what was asked twice gets its second answer the second time.
func (b *Body) recording(record, replay string) (evolve.Writer, error) {
	for _, dir := range []string{record, replay} {
		if dir != "" && !filepath.IsAbs(dir) {
			return nil, &control.Error{Text: fmt.Sprintf("%q is no absolute path", dir), Code: control.CodeUsage}
		}
	}
	var now *llm.Replayer
	switch {
	case record != "" && replay != "":
		return nil, &control.Error{Text: "a sentence is recorded or replayed, not both", Code: control.CodeUsage}
	case replay != "":
		var err error
		if now, err = llm.Replay(replay); err != nil {
			return nil, &control.Error{Text: strings.TrimPrefix(err.Error(), "llm: "), Hint: "record one with: cell evolve --record DIR SENTENCE", Code: control.CodeNotFound}
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case record != "" && b.talk == nil:
		return nil, nil // the engine says that there is no model, and how to get one
	case record != "":
		return b.plainCoder(b.recorder(b.talk, record)), nil
	case replay == "":
		return nil, nil
	}
	was := b.replays[replay]
	if was == nil || !was.Same(now) {
		if len(b.replays) >= maxReplays {
			clear(b.replays)
		}
		if b.replays == nil {
			b.replays = map[string]*llm.Replayer{}
		}
		was = now
		b.replays[replay] = now
	}
	return b.plainCoder(was), nil
}

// maxReplays is how many folders of recorded calls are remembered; with more all are read anew.
const maxReplays = 16

func (b *Body) plainCoder(model llm.Completer) evolve.Writer {
	return watched{b, coder.New(coder.Options{Model: model, MaxTokens: b.config.Model.MaxTokens, Timeout: b.config.Model.Answer, ShowText: b.config.Model.CellText})}
}

// discoverModel gives the engine a model server that runs on this machine, if there is one and it has none yet.
func (b *Body) discoverModel() {
	b.mu.Lock()
	m := b.config.Model
	skip := !m.Discover || b.model != "" || b.closing || b.now().Sub(b.looked) < discoverPause
	if !skip {
		b.looked = b.now()
	}
	b.mu.Unlock()
	if skip {
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, discoverTime)
	defer cancel()
	client, err := llm.Discover(ctx, b.modelConfig())
	if err != nil {
		b.log.Debug("no model server on this machine", "err", err)
		return
	}
	b.mu.Lock()
	closing := b.closing
	if !closing {
		b.closers = append(b.closers, client)
		b.model, b.talk = client.String(), client
	}
	b.mu.Unlock()
	if closing {
		_ = client.Close()
		return
	}
	b.engine.SetWriter(b.coder(client))
	b.log.Info("found a language model", "model", client.String())
}

// startEngine connects the evolve pipeline to this desktop and, when there is one, to a language model.
func (b *Body) startEngine() error {
	b.budget = llm.OpenBudget(b.paths.budget(), b.config.Model.DayTokens, b.now)
	writer, name, err := b.openModel()
	if err != nil {
		return fmt.Errorf("the language model of the settings cannot be used: %w", err)
	}
	var look func(tissue.CellID) ([]byte, error)
	if b.config.Model.Pictures {
		look = b.drawAlone
	}
	b.mu.Lock()
	b.model = name
	b.engine = evolve.New(evolve.Options{Desk: desk{b}, Gate: b.gate, Store: b.store, Writer: writer, Look: look, Log: b.log, Now: b.now})
	b.mu.Unlock()
	b.background(reflex.Prepare) // ends by itself
	if name == "" {
		b.background(b.discoverModel) // ends within discoverTime
	}
	return nil
}
