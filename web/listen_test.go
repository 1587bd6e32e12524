package web

import (
	"encoding/json"
	"net/netip"
	"strings"
	"testing"
)

func TestParseListen(t *testing.T) {
	for _, tt := range []struct{ text, want, wrong string }{
		{"", "127.0.0.1:0", ""},
		{"8080", "127.0.0.1:8080", ""},
		{":8080", "127.0.0.1:8080", ""}, // everybody else reads this as every address there is
		{"localhost:8080", "127.0.0.1:8080", ""},
		{"0.0.0.0:80", "0.0.0.0:80", ""},
		{"[::1]:80", "[::1]:80", ""},
		{"::1", "[::1]:0", ""},
		{"192.168.0.7", "192.168.0.7:0", ""},
		{"desk.example:80", "", `"desk.example:80" is no address`},
		{"127.0.0.1:70000", "", `"70000" is no port`},
		{"127.0.0.1:http", "", `"http" is no port`},
	} {
		got, err := parseListen(tt.text)
		if tt.wrong == "" && (err != nil || got.String() != tt.want) || tt.wrong != "" && (err == nil || !strings.Contains(err.Error(), tt.wrong)) {
			t.Errorf("%q: %v, %v, want %s%s", tt.text, got, err, tt.want, tt.wrong)
		}
	}
}

func TestVisible(t *testing.T) {
	if got := visible(netip.MustParseAddrPort("0.0.0.0:80")); got.Addr().IsUnspecified() || got.Port() != 80 {
		t.Errorf("everywhere is found at %s", got)
	}
	if got := visible(netip.MustParseAddrPort("127.0.0.1:80")); got.String() != "127.0.0.1:80" {
		t.Errorf("this machine is found at %s", got)
	}
}

func FuzzParseListen(f *testing.F) {
	for _, s := range []string{"", "8080", ":80", "[::]:80", "127.0.0.1:0", "::1%eth0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if addr, err := parseListen(text); err == nil && !addr.IsValid() {
			t.Errorf("%q is taken for %v", text, addr)
		}
	})
}

func FuzzRequest(f *testing.F) {
	s, err := New(Options{Methods: []string{"input"}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(request("input", map[string]int{"screen": 1}))
	f.Add(request("quit", nil))
	f.Add([]byte{0, 0, 0, 0})
	f.Add([]byte("\x26\x00\x00\x00{\"method\":\"quit\",\"METHOD\":\"input\"    }"))
	f.Fuzz(func(t *testing.T, message []byte) {
		out, err := s.request(message)
		if err != nil {
			return
		}
		var all map[string]json.RawMessage // which, unlike a struct, tells one case from another
		if err := json.Unmarshal(out, &all); err != nil || string(all["method"]) != `"input"` || len(all) > 2 || len(all) == 2 && all["params"] == nil {
			t.Errorf("%q became %q, %v", message, out, err)
		}
	})
}

func FuzzKnown(f *testing.F) {
	s, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	for _, h := range []string{"localhost", "127.0.0.1:80", "[::1]:80", "evil.example", "127.0.0.1.evil.example", "127.1", "[::ffff:127.0.0.1]:1"} {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, host string) {
		if !s.known(host) {
			return
		}
		name := strings.ToLower(host)
		if !strings.HasPrefix(name, "localhost") && !strings.ContainsAny(name, ":.") {
			t.Errorf("%q is taken for this machine", host)
		}
	})
}
