package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/internal/testenv"
)

// misspelt has a shader whose source passes every check but a compiler's.
const misspelt = `package main

import "cellshell/membrane/cell"

type Misspelt struct{ N int }

func (m *Misspelt) View(x *cell.Context) cell.Node {
	return cell.Shader("func Fragment(dst vec4, src vec2, color vec4) vec4 {\n\treturn vec4(nothing)\n}", cell.Text("instead"))
}

func main() { cell.Run(&Misspelt{}) }
`

// recursive has one that no screen is to see.
const recursive = `package main

import "cellshell/membrane/cell"

type Recursive struct{ N int }

func (r *Recursive) View(x *cell.Context) cell.Node {
	return cell.Shader("func f(x float) float {\n\treturn f(x)\n}\n\nfunc Fragment(dst vec4, src vec2, color vec4) vec4 {\n\treturn vec4(f(1))\n}", cell.Text("instead"))
}

func main() { cell.Run(&Recursive{}) }
`

// A cell's shader is tried, then drawn, and moves only while it is to; one that does not compile shows its fallback and why.
func TestShaderOfACell(t *testing.T) {
	d := testenv.Start(t)
	x := testenv.StartDisplay(t)
	open(t, d, x, "--renderer gpu")
	if out, errOut, code := d.Cell("spawn", filepath.Join(testenv.Root(), "examples", "aurora")); code != 0 {
		t.Fatalf("%s%s", out, errOut)
	}
	at := d.Inspect("aurora").Bounds
	px, py := int(at.X+at.W/2), int(at.Y+at.H-12)
	testenv.Eventually(t, 30*time.Second, "the sky is on the glass", func() bool {
		r, g, b, _ := x.Shot("aurora").At(px, py).RGBA()
		return r>>8 < 60 && g>>8 < 60 && b>>8 < 80
	})
	if r, _, _, _ := d.Screenshot().At(px, py).RGBA(); r>>8 < 200 {
		t.Errorf("the processor does not draw the fallback: red %d", r>>8)
	}
	drawn := func() uint64 { return d.Screens()[0].Drawn }
	was := drawn()
	testenv.Eventually(t, 30*time.Second, "it moves", func() bool { return drawn() > was+5 })
	x.Move(at.X+40, at.Y+at.H-12)
	x.Do("click", "1")
	x.Do("mousemove", "640", "780")
	testenv.Eventually(t, 30*time.Second, "it stands still after a tap", func() bool {
		was := drawn()
		time.Sleep(700 * time.Millisecond)
		return drawn() == was
	})

	spawn := func(name, source string) (out string, code int) {
		file := filepath.Join(d.Dir(), name+".go")
		if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
		out, errOut, code := d.Cell("spawn", file)
		return out + errOut, code
	}
	if out, code := spawn("misspelt", misspelt); code != 0 {
		t.Fatal(out)
	}
	testenv.Eventually(t, 30*time.Second, "the log says why it is not drawn", func() bool {
		out, _, _ := d.Cell("logs", "misspelt")
		return strings.Contains(out, "shows its fallback: shader: line 2: ") && strings.Contains(out, "nothing")
	})
	x.Shot("misspelt")
	if out, code := spawn("recursive", recursive); code == 0 || !strings.Contains(out, "calls itself") {
		t.Errorf("a shader that calls itself: %d %s", code, out)
	}
}
