package body

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Run serves until ctx ends or somebody says quit, then closes the body with its cells.
func (b *Body) Run(ctx context.Context) error {
	select {
	case <-ctx.Done():
	case <-b.quit:
	}
	b.mu.Lock()
	b.leaving = true
	b.mu.Unlock()
	b.stopCells()
	return b.Close()
}

// Quit makes Run return.
func (b *Body) Quit() { b.once.Do(func() { close(b.quit) }) }

// Close ends the body and leaves the cells running: the next body finds them. It waits for every goroutine.
func (b *Body) Close() error {
	b.mu.Lock()
	if b.closing {
		b.mu.Unlock()
		return nil
	}
	b.closing = true
	leaving := b.leaving
	for _, c := range b.cells {
		c.stopTimers()
	}
	b.mu.Unlock()
	close(b.done)
	b.cancel()
	var errs []error
	if b.server != nil {
		errs = append(errs, b.server.Close())
	}
	if b.engine != nil {
		errs = append(errs, b.engine.Close()) // a change that is being recorded is finished
	}
	b.mu.Lock()
	b.swept = true
	for s := range b.sessions {
		s.raw.Close()
	}
	b.mu.Unlock()
	b.life.Lock()
	b.ended = true
	b.life.Unlock()
	b.goes.Wait()
	for _, c := range b.closers {
		errs = append(errs, c.Close())
	}
	errs = append(errs, b.flush())
	if b.store != nil {
		errs = append(errs, b.store.Close())
	}
	if b.sup != nil && leaving {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		b.sup.Shutdown(ctx)
	} else if b.sup != nil {
		b.sup.Detach()
	}
	return errors.Join(errs...)
}

// stopCells ends every cell, together, within two seconds.
func (b *Body) stopCells() {
	b.mu.Lock()
	var sessions []*session
	for _, c := range b.cells {
		if c.sess != nil {
			sessions = append(sessions, c.sess)
			c.sess = nil // so that nobody revives it
		}
	}
	b.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	var wg sync.WaitGroup
	for _, s := range sessions {
		wg.Go(func() { s.stop(ctx) })
	}
	wg.Wait()
}
