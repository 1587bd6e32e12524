package edit_test

import (
	"strings"
	"testing"

	"cellshell/evolve/edit"
)

func TestUnreached(t *testing.T) {
	add := func(code string) string { return counter + "\n" + code + "\n" }
	const call = "Size(48)"
	for _, tt := range []struct {
		name, after, want string
	}{
		{"nothing changed", counter, ""},
		{"a function that nobody calls", add("func honk() string { return \"honk\" }"), "func honk"},
		{"a method that nobody calls", add("func (c *Counter) honk() { c.honk() }"), "func Counter.honk"},
		{"two that call each other", add("func ping() { pong() }\n\nfunc pong() { ping() }"), "func ping, func pong"},
		{"a constant that nobody uses", add("const Loud = 3"), "const Loud"},
		{"a type that nobody uses", add("type Horn struct{ Loud int }"), "type Horn"},
		{"an import for it", change(t, add("func up(s string) string { return strings.ToUpper(s) }"), `import "cellshell/membrane/cell"`, "import \"cellshell/membrane/cell\"\n\nimport \"strings\""), "func up"},
		{"one that is called", change(t, add("func size() float64 { return 20 }"), call, "Size(size())"), ""},
		{"a call of one that was there", change(t, counter, call, "Size(72)"), ""},
		{"one that somebody else may call", add("func (c *Counter) String() string { return \"\" }"), ""},
		{"what runs at the start", add("var loud = horn()\n\nfunc horn() int { return 3 }"), ""},
		{"one was removed", change(t, counter, "func (c *Counter) key(label string) cell.Node { return cell.Button(label).Width(40) }\n\n", ""), ""},
		{"what does not parse", "package", ""},
	} {
		if got := strings.Join(edit.Unreached([]byte(counter), []byte(tt.after)), ", "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSameCode(t *testing.T) {
	for after, want := range map[string]bool{
		counter: true,
		change(t, counter, "func main()", "// The end.\nfunc main()"):                true,
		change(t, counter, "func main() {", "func main() {\n\n\t// Here it goes.\n"): true,
		change(t, counter, "Size(48)", "Size(49)"):                                   false,
		"package": false,
	} {
		if got := edit.SameCode([]byte(counter), []byte(after)); got != want {
			t.Errorf("%v, want %v:\n%s", got, want, after)
		}
	}
	if edit.SameCode([]byte("package"), []byte("package")) {
		t.Error("what does not parse is no code")
	}
}
