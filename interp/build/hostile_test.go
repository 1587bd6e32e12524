package build_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"cellshell/genes"
	"cellshell/immune"
	"cellshell/interp/build"
)

// with puts code into the counter's View.
func with(code string) string {
	return strings.Replace(counter, "\treturn cell.Column(", "\t"+code+"\n\treturn cell.Column(", 1)
}

// declaring puts declarations before the counter.
func declaring(code string) string {
	return strings.Replace(counter, "type Counter", code+"\n\ntype Counter", 1)
}

// TestHostile: sources made to hurt the checker are refused by name, and quickly.
func TestHostile(t *testing.T) {
	var doubling, aliases, structs, calls strings.Builder
	doubling.WriteString("const c0 = `" + strings.Repeat("x", 1000) + "`\n")
	aliases.WriteString("type A0 = struct{ a, b int }\n")
	structs.WriteString("type S0 struct{ a, b int }\n")
	for i := range 40 {
		fmt.Fprintf(&doubling, "const c%d = c%d + c%d\n", i+1, i, i)
		fmt.Fprintf(&aliases, "type A%d = struct{ a, b A%d }\n", i+1, i)
		fmt.Fprintf(&structs, "type S%d struct{ a, b S%d }\n", i+1, i)
		calls.WriteString("twice(")
	}
	calls.WriteString("1" + strings.Repeat(")", 40))
	tests := []struct{ name, src, want string }{
		{"empty", "", "found 'EOF'"},
		{"not text", "package main\xff", "not valid UTF-8"},
		{"zero bytes", "package main\x00", "invisible character U+0000"},
		{"byte order mark", "package\ufeff main", "invisible character U+FEFF"},
		{"reversed text", with("c.Taps = 1 // \u202e evil"), "invisible character U+202E"},
		{"too many lines", "package main\n" + strings.Repeat("\n", 1300), "1302 lines, limit 1200"},
		{"too many bytes", "package main // " + strings.Repeat("x", 70000), "bytes, limit 65536"},
		{"open bracket", "package main\n\nfunc main() {\n\tcell.Run(\n", "expected ')', found 'EOF'"},
		{"deep brackets", with("_ = " + strings.Repeat("(", 5000) + "1" + strings.Repeat(")", 5000)), "nested deeper"},
		{"deep types", declaring("var deep " + strings.Repeat("[]", 20000) + "int"), "nested deeper"},
		{"deep blocks", with(strings.Repeat("{", 9000) + strings.Repeat("}", 9000)), "nested deeper"},
		{"deep sums", with("_ = 1" + strings.Repeat("+1", 9000)), "nested deeper"},
		{"doubled constant", declaring(doubling.String()), "constant string of"},
		{"shadowed constant", with("const a = `" + strings.Repeat("x", 3000) + "`; { const b = a + a + a + a + a + a; { const a = b + b + b + b; _ = a } }"), "in a circle of names"},
		{"alias chain", declaring(aliases.String()), "type alias A0"},
		{"inferred doubling", declaring("func twice[T any](v T) struct{ a, b T } { return struct{ a, b T }{v, v} }\n\nvar x = " + calls.String()), "more than one value"},
		{"long literal", with("_ = `" + strings.Repeat("y", 5000) + "`"), "string literal of 5002 bytes"},
		{"long number", with("_ = 1" + strings.Repeat("0", 90)), "number of 91 characters"},
		{"huge exponent", with("_ = 1e999999999"), "malformed constant"},
		{"huge shift", with("const big = 1 << 100000000; _ = big"), "shift"},
		{"huge array", with("var a [1 << 40]int; _ = a"), "array of 1099511627776 elements"},
		{"recursive type", declaring("type loop struct{ l loop }"), "contains itself"},
		{"constant cycle", declaring("const a = b + `x`\n\nconst b = a + `y`"), "in a circle of names"},
		{"cgo by comment", declaring("// #cgo LDFLAGS: -lc\n// #include <stdlib.h>"), ""},
		{"struct doubling", declaring(structs.String()), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			begin := time.Now()
			_, err := newGate(t).Check("main.go", []byte(tt.src))
			if took := time.Since(begin); took > time.Second {
				t.Errorf("took %v", took)
			}
			if tt.want == "" {
				return // harmless: only the time counts
			}
			var refusal *build.Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("err = %v, want a refusal", err)
			}
			if !strings.Contains(refusal.String(), tt.want) {
				t.Errorf("refusal\n%.400s\ndoes not say %q", refusal, tt.want)
			}
		})
	}
}

// FuzzCheck: no input makes the gate panic or slow, what passes keeps its lines and passes again when formatted by hand.
func FuzzCheck(f *testing.F) {
	g, err := build.NewGate(f.Context())
	if err != nil {
		f.Fatal(err)
	}
	for _, n := range genes.Names() {
		src, _ := genes.Source(n)
		f.Add(string(src))
	}
	for _, code := range []string{
		"for i := range c.Taps { defer func() { _ = i }() }", "var f func(); f = func() { f() }; f()",
		"for i, v := range []any{1} { _ = func() any { return func() any { return v.(int) + i } } }",
		"switch x := any(c).(type) { case *Counter: _ = func() { x.Taps++ } }", "_ = map[[1]struct{ a int }]func(...any){}",
		"for i := 0; func() bool { return i < 3 }(); i++ { c, i := i, c; _, _ = c, i }", "L: for { break L }", "_ = (*Counter).View",
	} {
		f.Add(with(code))
	}
	f.Add(declaring("func id[T any](v T) T { return v }\n\ntype r struct{ *r; f func(r) r; m map[string]r }"))
	f.Fuzz(func(t *testing.T, src string) {
		begin := time.Now()
		c, err := g.Check("main.go", []byte(src))
		if took := time.Since(begin); took > 3*time.Second {
			t.Errorf("took %v", took)
		}
		if err != nil {
			var refusal *build.Refusal
			if !errors.As(err, &refusal) {
				t.Fatal(err)
			}
			_ = refusal.String()
			return
		}
		if strings.Count(src, "\n") != strings.Count(string(c.Marked), "\n") {
			t.Error("marking moved a line")
		}
		if found, _, _ := immune.CheckSource("main.go", c.Marked); len(found) > 0 && len(c.Marked) < immune.MaxSource && found[0].Rule != "nesting" {
			t.Errorf("marked source is broken: %v\n%s", found[0], c.Marked)
		}
	})
}
