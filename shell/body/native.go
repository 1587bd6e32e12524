package body

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"cellshell/immune"
	"cellshell/interp/build"
	"cellshell/nucleus/jail"
)

// findToolchain locates the prepared archives of the native engine, or prepares them, which takes a while once.
func (b *Body) findToolchain() {
	defer close(b.tools)
	tc, err := build.Locate()
	if err != nil {
		b.log.Info("preparing the native engine in the background", "why", err)
		tc, err = build.Prepare(b.ctx, filepath.Join(b.paths.Cache, "native"), nil)
	}
	if b.ctx.Err() != nil {
		return // nobody waits for it
	}
	if err != nil {
		b.log.Warn("no native engine: cells are interpreted", "err", err)
		return
	}
	tc.Cache = b.paths.built()
	b.chain = tc
}

// toolchain waits for the archives. Without them the error says how to get them.
func (b *Body) toolchain(ctx context.Context) (*build.Toolchain, error) {
	select {
	case <-b.tools:
	case <-ctx.Done():
		return nil, errors.New("the native engine is still being prepared; try again in a minute")
	}
	if b.chain == nil {
		return nil, errors.New("this code needs the native engine, and there is no Go toolchain on this machine")
	}
	return b.chain, nil
}

// compiled says whether the native program is there already.
func (b *Body) compiled(c *build.Checked) bool {
	select {
	case <-b.tools:
	default:
		return false
	}
	if b.chain == nil || !b.config.Evolve.Native {
		return false
	}
	return b.chain.Has(c.Marked)
}

// compile returns the path of the native program, building it in the compiler's jail when it is not there yet.
func (b *Body) compile(ctx context.Context, c *build.Checked, with build.Runner) (string, error) {
	tc, err := b.toolchain(ctx)
	if err != nil {
		return "", err
	}
	path, err := tc.Cell(ctx, c.Marked, with)
	if err != nil {
		return "", fmt.Errorf("compile: %w", err)
	}
	return path, nil
}

// tool runs the compiler or the linker in its jail.
func (b *Body) tool(ctx context.Context, argv []string, dir string, readOnly, writable []string) error {
	return b.toolAs(ctx, 0, argv, dir, readOnly, writable)
}

// quietTool is tool for what nobody waits for: it stands back behind whatever is moving on the desktop.
func (b *Body) quietTool(ctx context.Context, argv []string, dir string, readOnly, writable []string) error {
	return b.toolAs(ctx, quietNice, argv, dir, readOnly, writable, "GOMAXPROCS=1")
}

// quietNice leaves a tool a tenth of a processor that others want, so that it comes to an end on a busy machine too.
const quietNice = 10

func (b *Body) toolAs(ctx context.Context, nice int, argv []string, dir string, readOnly, writable []string, env ...string) error {
	p := b.sup.Support().Fit(immune.Tool(readOnly, writable))
	p.Limits.Nice = nice
	out, err := jail.Run(ctx, b.host, p, argv, dir, append(env, "TMPDIR="+dir, "HOME="+dir), maxToolOutput)
	if err != nil && len(out) > 0 {
		return fmt.Errorf("%w: %s", err, out)
	}
	return err
}

// maxToolOutput bounds what is kept of a compiler's complaints, bytes.
const maxToolOutput = 16 << 10

// promote compiles a cell that is interpreted and moves it over, in the background. The picture does not change: the
// native generation is shown only after it has drawn.
func (b *Body) promote(c *live, s *session) {
	if s.engine != "yaegi" || !b.config.Evolve.Native {
		return
	}
	b.background(func() { // ends after one attempt
		ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
		defer cancel()
		if err := b.promoteNow(ctx, c, s); err != nil && ctx.Err() == nil {
			b.log.Warn("stays interpreted", "cell", c.id, "why", err)
			b.sup.Logf(string(c.id), "stays interpreted: %v", err)
		}
	})
}

// promoteDelay is how long a cell is left alone before it is compiled.
const promoteDelay = 400 * time.Millisecond

func (b *Body) promoteNow(ctx context.Context, c *live, s *session) error {
	select {
	case <-b.tools:
	case <-ctx.Done():
		return nil
	}
	if b.chain == nil {
		return nil
	}
	select { // a cell that is changed again meanwhile is not worth it
	case <-time.After(promoteDelay):
	case <-ctx.Done():
		return nil
	}
	select { // one at a time
	case b.promoting <- struct{}{}:
		defer func() { <-b.promoting }()
	case <-ctx.Done():
		return nil
	}
	b.mu.Lock()
	checked, current := c.checked, c.sess == s
	b.mu.Unlock()
	if !current || checked == nil {
		return nil
	}
	if _, err := b.compile(ctx, checked, b.quietTool); err != nil {
		return err
	}
	b.mu.Lock()
	dc := b.doc.Cells[c.id]
	if c.sess != s || dc == nil || b.closing {
		b.mu.Unlock()
		return nil
	}
	l := launch{id: c.id, generation: dc.Generation, checked: checked, manifest: c.manifest, state: c.state, props: dc.Props, native: true, seq: s.seq.Load()}
	b.mu.Unlock()
	n, _, err := b.run(ctx, l)
	if err != nil {
		return err
	}
	c.turn.Lock()
	defer c.turn.Unlock()
	b.mu.Lock()
	current = c.sess == s && !b.closing && !b.leaving
	b.mu.Unlock()
	if !current {
		b.retire(n)
		return nil
	}
	// A cell that hangs is not replaced by its own compiled self: its watchdog ends it, and on probation the change with it.
	waiting, stop := context.WithTimeout(ctx, viewDeadline)
	err = s.settled(waiting)
	stop()
	if err != nil {
		n.proc.Kill("promotion given up: the interpreted one does not answer")
		return nil
	}
	if err := b.catchUp(ctx, c, &tried{sess: n, given: l.state}, l.props); err != nil {
		n.proc.Kill("promotion given up: " + err.Error())
		return err
	}
	b.adopt(c, n)
	return nil
}
