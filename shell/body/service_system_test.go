package body

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestSystemService(t *testing.T) {
	var s systemService
	now := time.Now()
	for _, method := range []string{"load", "disks", "battery", "zone"} {
		raw, err := s.call(method, now)
		if err != nil || !json.Valid(raw) {
			t.Errorf("%s: %s %v", method, raw, err)
		}
	}
	if _, err := s.call("reboot", now); err == nil {
		t.Error("an unknown method was answered")
	}
	spin := time.Now()
	for time.Since(spin) < 300*time.Millisecond { // so that there is some load to see
	}
	raw, err := s.call("load", now.Add(time.Second))
	var r loadReply
	if err != nil || json.Unmarshal(raw, &r) != nil {
		t.Fatal(err)
	}
	if r.CPU <= 0 || r.CPU > 1 || len(r.Cores) == 0 || r.Memory.Used == 0 || r.Memory.Used >= r.Memory.Total || r.Uptime <= 0 {
		t.Errorf("load: %s", raw)
	}
	if again := s.loadNow(now.Add(time.Second + loadFresh/2)); again.CPU != r.CPU {
		t.Error("two callers at once do not share an answer")
	}
}

func TestBattery(t *testing.T) {
	root := t.TempDir()
	if b := battery(root); b["present"] != false {
		t.Errorf("no battery: %v", b)
	}
	dir := filepath.Join(root, "BAT0")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"type": "Battery\n", "capacity": "73\n", "status": "Charging\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if b := battery(root); b["present"] != true || b["level"] != 0.73 || b["charging"] != true {
		t.Errorf("battery: %v", b)
	}
}
