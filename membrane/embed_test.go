package membrane_test

import (
	"strings"
	"testing"

	"cellshell/membrane"
)

func TestSource(t *testing.T) {
	files, err := membrane.Source()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"cell/host.go", "ui/node.go", "wire/frame.go"} {
		if len(files[want]) == 0 {
			t.Errorf("%s is missing", want)
		}
	}
	for name := range files {
		if strings.HasSuffix(name, "_test.go") {
			t.Errorf("%s is a test", name)
		}
	}
}
