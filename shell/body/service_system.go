package body

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// systemService answers the read-only service "system": what a jailed monitor may know of the machine. Figures of
// processor load are taken over the time since the call before, so nothing runs while nobody asks.
type systemService struct {
	mu   sync.Mutex           // guards the rest
	last map[string][2]uint64 // busy and total jiffies of each processor at the last call
	at   time.Time
	load loadReply
}

type loadReply struct {
	CPU    float64    `json:"cpu"`   // 0 to 1, of the whole machine
	Cores  []float64  `json:"cores"` // 0 to 1 each
	Memory memory     `json:"memory"`
	Load   [3]float64 `json:"load"`
	Uptime float64    `json:"uptime"` // seconds
}

type memory struct {
	Used  uint64 `json:"used"` // bytes
	Total uint64 `json:"total"`
}

type disk struct {
	Mount string `json:"mount"`
	Used  uint64 `json:"used"` // bytes
	Total uint64 `json:"total"`
}

// loadFresh is for how long an answer is shared between callers, so that two monitors do not halve each other's interval.
const loadFresh = 200 * time.Millisecond

func (s *systemService) call(method string, now time.Time) (json.RawMessage, error) {
	switch method {
	case "load":
		return json.Marshal(s.loadNow(now))
	case "disks":
		return json.Marshal(map[string]any{"disks": disks()})
	case "battery":
		return json.Marshal(battery("/sys/class/power_supply"))
	case "zone":
		name, offset := now.Zone()
		return json.Marshal(map[string]any{"name": name, "offset": offset})
	}
	return nil, fmt.Errorf("system: no method %q; there are battery, disks, load, zone", method)
}

func (s *systemService) loadNow(now time.Time) loadReply {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.at.IsZero() && now.Sub(s.at) < loadFresh && now.After(s.at) {
		return s.load
	}
	s.at = now
	jiffies := readJiffies()
	r := loadReply{Cores: []float64{}}
	share := func(name string) float64 {
		was, is := s.last[name], jiffies[name]
		if is[1] <= was[1] {
			return 0
		}
		return float64(is[0]-was[0]) / float64(is[1]-was[1])
	}
	r.CPU = share("cpu")
	for i := 0; ; i++ {
		name := "cpu" + strconv.Itoa(i)
		if _, ok := jiffies[name]; !ok {
			break
		}
		r.Cores = append(r.Cores, share(name))
	}
	s.last = jiffies
	r.Memory = readMemory()
	if f := strings.Fields(readFile("/proc/loadavg")); len(f) >= 3 {
		for i := range r.Load {
			r.Load[i], _ = strconv.ParseFloat(f[i], 64)
		}
	}
	if f := strings.Fields(readFile("/proc/uptime")); len(f) > 0 {
		r.Uptime, _ = strconv.ParseFloat(f[0], 64)
	}
	s.load = r
	return r
}

// readJiffies gives busy and total time of "cpu" (all) and "cpu0", "cpu1" …; see proc_stat(5).
func readJiffies() map[string][2]uint64 {
	out := map[string][2]uint64{}
	sc := bufio.NewScanner(strings.NewReader(readFile("/proc/stat")))
	for sc.Scan() {
		f := strings.Fields(sc.Text())
		if len(f) < 6 || !strings.HasPrefix(f[0], "cpu") {
			continue
		}
		var total, idle uint64
		for i, field := range f[1:min(len(f), 9)] { // guest time, fields 9 and 10, is part of user time
			v, _ := strconv.ParseUint(field, 10, 64)
			total += v
			if i == 3 || i == 4 { // idle and waiting for a disk
				idle += v
			}
		}
		out[f[0]] = [2]uint64{total - idle, total}
	}
	return out
}

func readMemory() memory {
	var total, available uint64
	for line := range strings.Lines(readFile("/proc/meminfo")) {
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		kb, _ := strconv.ParseUint(f[1], 10, 64)
		switch f[0] {
		case "MemTotal:":
			total = kb << 10
		case "MemAvailable:":
			available = kb << 10
		}
	}
	return memory{Used: total - min(available, total), Total: total}
}

// disks lists the mounted block devices, each once.
func disks() []disk {
	out, seen := []disk{}, map[string]bool{}
	for line := range strings.Lines(readFile("/proc/self/mounts")) {
		f := strings.Fields(line)
		if len(f) < 2 || !strings.HasPrefix(f[0], "/dev/") || seen[f[0]] || len(out) >= 8 {
			continue
		}
		var st unix.Statfs_t
		if unix.Statfs(f[1], &st) != nil || st.Blocks == 0 {
			continue
		}
		seen[f[0]] = true
		size := uint64(st.Bsize)
		out = append(out, disk{Mount: f[1], Used: (st.Blocks - st.Bfree) * size, Total: st.Blocks * size})
	}
	return out
}

func battery(root string) map[string]any {
	dirs, _ := filepath.Glob(filepath.Join(root, "*"))
	for _, d := range dirs {
		if strings.TrimSpace(readFile(filepath.Join(d, "type"))) != "Battery" {
			continue
		}
		level, err := strconv.ParseFloat(strings.TrimSpace(readFile(filepath.Join(d, "capacity"))), 64)
		if err != nil {
			continue
		}
		state := strings.TrimSpace(readFile(filepath.Join(d, "status")))
		return map[string]any{"present": true, "level": level / 100, "charging": state == "Charging" || state == "Full"}
	}
	return map[string]any{"present": false, "level": 0, "charging": false}
}

func readFile(path string) string {
	b, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return string(b)
}
