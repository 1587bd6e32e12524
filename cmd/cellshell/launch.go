package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"cellshell/shell/control"
)

// The launcher restarts a body that had come up at once, whatever killed it; one that dies before it comes up, ever more
// slowly: a body that cannot live must not spin.
const (
	firstDelay = 10 * time.Millisecond
	maxDelay   = 5 * time.Second
	maxDeaths  = 8 // in a row without coming up

	// readyEnv names the descriptor that a body closes once it answers.
	readyEnv = "CELLSHELL_READY_FD"
)

// options are the flags.
type options struct {
	headless, quiet, noWeb bool
	web                    string // where to serve the browser screen

	// of the window
	fullscreen bool
	renderer   string  // auto, gpu or cpu; "": auto
	scale      float64 // 0: that of the display
}

// launch keeps a body running until it ends by itself, or a signal asks for the end.
func launch(ctx context.Context, o options) error {
	if c, err := control.Dial(ctx); err == nil {
		c.Close()
		return &control.Error{Text: "a desktop is already running", Hint: "talk to it with the command cell, or end it with: cell quit"}
	}
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)
	door, err := openDoor(exe, o)
	if err != nil {
		return err
	}
	defer door.close()
	window := openWindow(filepath.Join(filepath.Dir(exe), "cellscreen"), o)
	defer window.close()
	ctx, cancel := context.WithCancel(ctx)
	var greeting sync.WaitGroup
	defer greeting.Wait()
	defer cancel()
	delay, deaths := firstDelay, 0
	for first := true; ; first = false {
		cmd := exec.Command(exe, "body")
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl+C reaches the launcher, which passes it on once
		up, ready, err := os.Pipe()
		if err != nil {
			return err
		}
		cmd.ExtraFiles, cmd.Env = []*os.File{ready}, append(os.Environ(), readyEnv+"=3")
		err = cmd.Start()
		ready.Close()
		if err != nil {
			up.Close()
			return fmt.Errorf("start the body: %w", err)
		}
		cameUp := make(chan bool, 1)
		go func() { // ends when the body comes up or dies: either closes the pipe
			n, _ := up.Read(make([]byte, 1))
			up.Close()
			cameUp <- n == 1
		}()
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }() // ends with the body
		if first && !o.quiet {
			greeting.Go(func() { greet(ctx, window, door) }) // ends when it is said, or with the desktop
		}
		asked := false
	running:
		for {
			select {
			case s := <-signals:
				asked = true
				_ = cmd.Process.Signal(s)
			case <-window.closed:
				window.closed, asked = nil, true
				_ = cmd.Process.Signal(syscall.SIGTERM)
			case err = <-ended:
				break running
			}
		}
		var exit *exec.ExitError
		switch {
		case err == nil || asked:
			return nil
		case errors.As(err, &exit) && exit.ExitCode() == 1:
			return errors.New("the body could not start; its reason stands above")
		}
		if deaths++; <-cameUp {
			delay, deaths = firstDelay, 0
		}
		if deaths >= maxDeaths {
			return fmt.Errorf("the body died %d times in a row before it came up, at last: %w", deaths, err)
		}
		fmt.Fprintf(os.Stderr, "cellshell: the body ended (%v), starting it again\n", err)
		select {
		case <-time.After(delay):
		case <-signals:
			return nil
		}
		delay = min(delay*2, maxDelay)
	}
}

// greet says how to look at the desktop and what to say to it, once it answers and its window is there or will not be.
func greet(ctx context.Context, window *opened, door *door) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	for ctx.Err() == nil {
		c, err := control.Dial(ctx)
		if err != nil {
			time.Sleep(20 * time.Millisecond)
			continue
		}
		var st control.Status
		if err = c.Call(ctx, control.MethodStatus, nil, &st, nil); err != nil {
			c.Close()
			continue
		}
		why, shown := window.outcome(ctx, c)
		c.Close()
		model := "No language model is set: everyday sentences work without one; \"cell doctor\" says how to add one."
		if st.Model != "" {
			model = "What needs new code is written by " + st.Model + "."
		}
		fmt.Fprintf(os.Stderr, `
%s
%s
%s%sFrom another terminal:

  look at it    %s
  talk to it    cell evolve "add a clock to my desktop"
                cell evolve --at counter/plus "make this button bigger"
                cell evolve "dark mode"
  take it back  cell undo
  see inside    cell ls, cell inspect counter, cell history

Ctrl+C ends it; your desktop is kept in %s.
`, firstLine(st.Cells, why), model, inWindow(why, shown), door.inBrowser(why == ""), door.looking(), st.Data)
		return
	}
}
