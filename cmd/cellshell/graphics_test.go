package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// die runs a shell that ends in a way.
func die(t *testing.T, how string) error {
	t.Helper()
	err := exec.Command("sh", "-c", "ulimit -c 0; "+how).Run()
	if err == nil {
		t.Fatalf("%s did not end badly", how)
	}
	return err
}

func TestGraphicsDeath(t *testing.T) {
	for how, want := range map[string]string{
		"kill -SEGV $$": "crashed", "kill -ABRT $$": "crashed", "kill -BUS $$": "crashed", "exit 2": "crashed", "exit 3": "failed",
		"kill -KILL $$": "", "kill -TERM $$": "", "exit 1": "",
	} {
		if got := graphicsDeath(die(t, how)); got != want {
			t.Errorf("%s: %q, want %q", how, got, want)
		}
	}
}

// A driver that has failed is spared at the next start too, for a while, and tried again when the user says so.
func TestFailedDriverIsSpared(t *testing.T) {
	dir := t.TempDir()
	auto := options{renderer: "auto", fullscreen: true, scale: 1.5}
	g := newGraphics(auto, dir)
	if args := g.command("cellscreen").Args[1:]; !slices.Equal(args, []string{"--fullscreen", "--scale", "1.5", "--renderer", "auto"}) {
		t.Errorf("at first: %q", args)
	}
	if g.spare(die(t, "kill -KILL $$")) {
		t.Error("a window that was killed says nothing of the driver")
	}
	if !g.spare(die(t, "kill -SEGV $$")) {
		t.Error("a crash is not taken for one")
	}
	cmd := g.command("cellscreen")
	if line := strings.Join(cmd.Args, " "); !strings.Contains(line, "--renderer cpu --note The graphics driver crashed") || !slices.Contains(cmd.Env, "LIBGL_ALWAYS_SOFTWARE=1") {
		t.Errorf("after the crash: %s %q", line, cmd.Env)
	}
	if line := strings.Join(g.command("cellscreen").Args, " "); strings.Contains(line, "--note") {
		t.Errorf("it is said again: %s", line)
	}
	if g.spare(die(t, "exit 3")) {
		t.Error("there is nothing more to spare")
	}

	if g := newGraphics(auto, dir); g.failed != "crashed" {
		t.Errorf("the next start: %q", g.failed)
	}
	if g := newGraphics(options{renderer: "cpu"}, dir); g.failed != "" {
		t.Error("who asks for the processor is told of the driver")
	}
	file := filepath.Join(dir, "graphics.json")
	for name, content := range map[string]string{"old": `{"at":1000,"why":"crashed"}`, "of the future": `{"at":99999999999,"why":"crashed"}`, "nonsense": "\x00", "empty": "{}"} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if g := newGraphics(auto, dir); g.failed != "" {
			t.Errorf("%s: %q", name, g.failed)
		}
	}
	if newGraphics(auto, dir).spare(die(t, "exit 3")); newGraphics(options{renderer: "gpu"}, dir).failed != "" {
		t.Error("--renderer gpu does not try again")
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("--renderer gpu does not forget")
	}
}

func TestPlainEnv(t *testing.T) {
	got := plainEnv([]string{"HOME=/x", "LIBGL_DRIVERS_PATH=/bad", "GALLIUM_DRIVER=zink", "DISPLAY=:0"})
	if !slices.Contains(got, "HOME=/x") || !slices.Contains(got, "DISPLAY=:0") || slices.ContainsFunc(got, func(v string) bool { return strings.Contains(v, "bad") || strings.Contains(v, "zink") }) {
		t.Errorf("%q", got)
	}
}

func TestWindowFlags(t *testing.T) {
	for _, o := range []options{{renderer: "vulkan"}, {renderer: "auto", scale: 9}, {renderer: "auto", scale: 0.1}} {
		if o.check() == nil {
			t.Errorf("%+v is taken", o)
		}
	}
	if err := (options{renderer: "cpu", scale: 2}).check(); err != nil {
		t.Error(err)
	}
	if spareFor < time.Hour {
		t.Error("a driver that crashes would crash every hour")
	}
}
