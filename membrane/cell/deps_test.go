package cell_test

import (
	"os/exec"
	"strings"
	"testing"
)

// The SDK is linked at each swap and runs in the jail, so what it depends on is part of the promise.
func TestLean(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "cellshell/membrane/cell").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, dep := range strings.Fields(string(out)) {
		switch {
		case dep == "net", dep == "net/http", dep == "os/exec", dep == "crypto/tls", dep == "regexp", dep == "log", dep == "text/template":
			t.Errorf("the SDK depends on %s, which costs link time", dep)
		case strings.Contains(dep, "."):
			t.Errorf("the SDK depends on %s; cells build from the standard library only", dep)
		case strings.HasPrefix(dep, "cellshell/") && !strings.HasPrefix(dep, "cellshell/membrane/"):
			t.Errorf("the SDK depends on %s, which is above it", dep)
		}
	}
}
