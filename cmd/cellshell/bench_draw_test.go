package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"cellshell/internal/testenv"
)

// measureDraw measures the GPU renderer on whatever draws for the display here, which may be a processor, and the memory of a
// window by what draws in it.
func measureDraw(t *testing.T, table *numbers) {
	x := testenv.StartDisplay(t)
	cmd := exec.Command("go", "test", "-run", "^$", "-bench", "10000Rectangles|Desktop$|Blink", "-benchtime", "60x", "-count", "3", "./gpu/window")
	cmd.Dir, cmd.Env = testenv.Root(), append(os.Environ(), "DISPLAY="+x.Name(), "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	taken := map[string][]time.Duration{}
	for _, m := range regexp.MustCompile(`(?m)^Benchmark(\w+)\S*\s.*?([\d.]+) ms-in-Draw`).FindAllStringSubmatch(string(out), -1) {
		ms, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		taken[m[1]] = append(taken[m[1]], time.Duration(ms*float64(time.Millisecond)))
	}
	for _, row := range [][3]string{
		{"10000Rectangles", "10,000 primitives, in Draw", "2 ms"}, {"Desktop", "a desktop all anew, in Draw", "—"}, {"Blink", "a caret that blinks, in Draw", "—"},
	} {
		if len(taken[row[0]]) == 0 {
			t.Fatalf("no figure of %s in\n%s", row[0], out)
		}
		table.row(row[1], taken[row[0]], row[2])
	}

	d := testenv.Start(t)
	for _, renderer := range []string{"cpu", "gpu"} {
		out, errOut, code := d.Shell("DISPLAY=" + x.Name() + " timeout 60 cellscreen --renderer " + renderer + " >window.log 2>&1 & echo $!")
		if code != 0 {
			t.Fatal(out, errOut)
		}
		d.WaitScreen(20 * time.Second)
		time.Sleep(2 * time.Second)
		pid := d.Screens()[0].PID
		table.text("memory of a window, drawn by the "+renderer, fmt.Sprintf("%.0f MB", float64(resident(t, pid))/(1<<20)), "", "—")
		if _, errOut, code := d.Shell(fmt.Sprintf("kill %d", pid)); code != 0 {
			t.Fatal(errOut)
		}
		testenv.Eventually(t, 5*time.Second, "the window is gone", func() bool { return len(d.Screens()) == 0 })
	}
}

// resident is the memory that the system gives a process, bytes.
func resident(t *testing.T, pid int) (bytes int) {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kb, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return kb << 10
}
