package jail

import (
	"context"
	"fmt"
	"os"
	"time"

	"cellshell/immune"
)

// enterTime is how long a host may take to confine itself. It takes some milliseconds; a machine may be busy.
const enterTime = 10 * time.Second

// Support is what this kernel gives the jails of this person.
type Support struct {
	Layers  []Layer  // of a full jail, in the order they are put in place
	Without []string // namespaces that are refused and left out
	Weak    bool     // a person allowed jails without Landlock or seccomp
}

// Fit returns p without the namespaces that are refused here.
func (s Support) Fit(p immune.Profile) immune.Profile {
	p.AllowWeak = p.AllowWeak || s.Weak
	return p.Without(s.Without...)
}

// Probe confines one host for real and says which layers hold. The host goes away again. weak allows a jail without
// Landlock or seccomp, as in Profile.AllowWeak.
func Probe(host string, weak bool) (Support, error) {
	s := Support{Weak: weak}
	var err error
	for _, s.Without = range [][]string{nil, {"mount"}, {"user", "net", "pid", "ipc", "uts", "mount"}} {
		p := s.Fit(immune.Interp())
		var started bool
		if s.Layers, started, err = probe(host, p); started {
			return s, err
		}
	}
	return s, err
}

// probe tries one profile; started tells whether the kernel made the process at all.
func probe(host string, p immune.Profile) (layers []Layer, started bool, err error) {
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		return nil, true, fmt.Errorf("jail: probe: %w", err)
	}
	defer null.Close()
	report, err := NewReport()
	if err != nil {
		return nil, true, err
	}
	defer report.Close()
	cmd, err := Command(host, p, nil, null, report)
	if err != nil {
		return nil, true, err
	}
	if err := cmd.Start(); err != nil {
		if os.IsNotExist(err) {
			return nil, true, fmt.Errorf("jail: probe: %w", err)
		}
		return nil, false, fmt.Errorf("jail: probe with namespaces %v: %w", p.Namespaces, err)
	}
	report.Started()
	layers, err = report.Wait(enterTime)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	return layers, true, err
}

// Run runs argv to its end as a tool confined by p, in the folder dir and with the environment env. Its output, errors
// included, is returned, at most limit bytes of it. It dies with ctx.
func Run(ctx context.Context, host string, p immune.Profile, argv []string, dir string, env []string, limit int) ([]byte, error) {
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		return nil, fmt.Errorf("jail: run %s: %w", argv[0], err)
	}
	defer null.Close()
	report, err := NewReport()
	if err != nil {
		return nil, err
	}
	defer report.Close()
	cmd, err := Command(host, p, argv, null, report)
	if err != nil {
		return nil, err
	}
	out := &bounded{left: limit}
	cmd.Stdout, cmd.Stderr, cmd.Dir, cmd.Env = out, out, dir, append(cmd.Env, env...)
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("jail: run %s: %w", argv[0], err)
	}
	report.Started()
	stop := context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })
	defer stop()
	_, entered := report.Wait(enterTime)
	if entered != nil {
		_ = cmd.Process.Kill()
	}
	err = cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return out.data, fmt.Errorf("jail: run %s: %w", argv[0], context.Cause(ctx))
	case entered != nil:
		return out.data, entered
	case err != nil:
		return out.data, fmt.Errorf("jail: run %s: %w", argv[0], err)
	}
	return out.data, nil
}

// bounded keeps the first bytes written to it and drops the rest.
type bounded struct {
	data []byte
	left int
}

func (b *bounded) Write(p []byte) (int, error) {
	n := min(len(p), b.left)
	b.data = append(b.data, p[:n]...)
	b.left -= n
	return len(p), nil
}
