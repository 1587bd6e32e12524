package testenv

import (
	"context"
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cellshell/evolve/act"
	"cellshell/shell/control"
)

// commandTime bounds one command: whatever waits for a person who is not there must not hang a test.
const commandTime = 60 * time.Second

// Command is the command line program, to be started by the caller; the end of ctx kills it.
func (d *Desk) Command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, filepath.Join(d.bin, "cell"), args...)
	cmd.Env = d.env
	return cmd
}

// Cell runs the command line program as a user does.
func (d *Desk) Cell(args ...string) (stdout, stderr string, code int) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), commandTime)
	defer cancel()
	return d.run(d.Command(ctx, args...))
}

func (d *Desk) run(cmd *exec.Cmd) (stdout, stderr string, code int) {
	d.t.Helper()
	var out, errOut strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		d.t.Fatal(err)
	}
	return out.String(), errOut.String(), code
}

// Shell runs a line of shell in the desktop's folder, with the programs on its path.
func (d *Desk) Shell(line string) (stdout, stderr string, code int) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), commandTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", line)
	cmd.Env = append(slices.Clone(d.env), "PATH="+d.bin+":"+os.Getenv("PATH"))
	cmd.Dir = d.dir
	return d.run(cmd)
}

// JSON runs the command line program with --json and decodes what it prints; an exit code other than those allowed (or 0)
// fails the test.
func (d *Desk) JSON(v any, allowed []int, args ...string) {
	d.t.Helper()
	out, errOut, code := d.Cell(append(args, "--json")...)
	ok := code == 0
	for _, c := range allowed {
		ok = ok || code == c
	}
	if !ok {
		d.t.Fatalf("cell %s: exit code %d\n%s%s", strings.Join(args, " "), code, out, errOut)
	}
	if err := json.Unmarshal([]byte(out), v); err != nil {
		d.t.Fatalf("cell %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// Evolve says a sentence, through the command line, pointing at at (or nothing).
func (d *Desk) Evolve(at, sentence string) act.Receipt {
	d.t.Helper()
	args := []string{"evolve"}
	if at != "" {
		args = append(args, "--at", at)
	}
	var r act.Receipt
	d.JSON(&r, []int{1, 3, 4}, append(args, sentence)...)
	return r
}

// Must says a sentence and fails the test unless it is done with checks that all hold.
func (d *Desk) Must(at, sentence string) act.Receipt {
	d.t.Helper()
	r := d.Evolve(at, sentence)
	if r.Status != act.Done {
		d.t.Fatalf("%q: %s: %s%s %v", sentence, r.Status, r.Reason, r.Question, r.Choices)
	}
	for _, c := range r.Checks {
		if !c.OK {
			d.t.Errorf("%q: done, but %s: %s → %s", sentence, c.What, c.Before, c.After)
		}
	}
	if r.MovedOthers != 0 {
		d.t.Errorf("%q moved %d other cells", sentence, r.MovedOthers)
	}
	return r
}

// Inspect looks into a cell.
func (d *Desk) Inspect(id string) control.CellDetail {
	d.t.Helper()
	var c control.CellDetail
	d.JSON(&c, nil, "inspect", id)
	return c
}

// Screenshot takes a picture of the desktop, or of one cell.
func (d *Desk) Screenshot(cell ...string) image.Image {
	d.t.Helper()
	path := filepath.Join(d.dir, "shot.png")
	if out, errOut, code := d.Cell(append([]string{"screenshot", path}, cell...)...); code != 0 {
		d.t.Fatalf("screenshot: %d %s%s", code, out, errOut)
	}
	f, err := os.Open(path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		d.t.Fatal(err)
	}
	return img
}

// Node finds the first node for which is holds, nil when there is none.
func Node(n *control.NodeDetail, is func(*control.NodeDetail) bool) *control.NodeDetail {
	if n == nil || is(n) {
		return n
	}
	for _, c := range n.Children {
		if f := Node(c, is); f != nil {
			return f
		}
	}
	return nil
}
