package nucleus_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cellshell/membrane/ui"
	"cellshell/nucleus"
)

const pythonCell = `
import json, socket, struct, sys, os

def frame(conn, message):
    data = json.dumps(message).encode()
    conn.sendall(struct.pack("<I", len(data)) + data)

def attack():
    results = []
    for path in ("/etc/shadow", "/etc/passwd", os.path.expanduser("~/.ssh"), "/proc/1/environ"):
        try:
            open(path).read()
            results.append("SUCCEEDED " + path)
        except Exception as e:
            results.append("refused")
    return " ".join(results)

listener = socket.socket(fileno=3)
conn, _ = listener.accept()
stream = conn.makefile("rb")
while True:
    (n,) = struct.unpack("<I", stream.read(4))
    m = json.loads(stream.read(n))
    if m["type"] == "hello":
        frame(conn, {"type": "hello", "protocol": m["protocol"], "language": "python"})
    elif m["type"] == "start":
        frame(conn, {"type": "view", "generation": 1, "seq": 0, "tree": {"kind": "text", "text": attack()}})
    elif m["type"] == "event":
        print("opening a socket", flush=True)
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
`

func TestPythonCell(t *testing.T) {
	python, err := exec.LookPath("/usr/bin/python3")
	if err != nil {
		t.Skip("no /usr/bin/python3 here")
	}
	s := supervisor(t, -1)
	dir := t.TempDir()
	script := filepath.Join(dir, "cell.py")
	if err := os.WriteFile(script, []byte(pythonCell), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.Start(t.Context(), nucleus.Spec{Cell: "python", Generation: 1, Engine: nucleus.Program, Argv: []string{python, script}, Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	w := talk(t, p)
	v, ok := w.start("", "").(ui.View)
	if !ok {
		t.Fatalf("no view; log:\n%s", logText(s, "python"))
	}
	if v.Tree.Text != "refused refused refused refused" {
		t.Errorf("reading files: %s", v.Tree.Text)
	}
	w.send(ui.Event{Node: "text0", Kind: ui.EventTap, Seq: 1})
	<-p.Done()
	if e := p.Exit(); !strings.Contains(e.Reason, "stopped by the jail") {
		t.Errorf("exit is %+v; log:\n%s", e, logText(s, "python"))
	}
}

const nodeCell = `
const net = require("net");
const server = net.createServer(conn => {
  let buf = Buffer.alloc(0);
  const send = m => { const d = Buffer.from(JSON.stringify(m)); const h = Buffer.alloc(4); h.writeUInt32LE(d.length); conn.write(Buffer.concat([h, d])); };
  conn.on("data", d => {
    buf = Buffer.concat([buf, d]);
    while (buf.length >= 4 && buf.length >= 4 + buf.readUInt32LE(0)) {
      const n = buf.readUInt32LE(0);
      const m = JSON.parse(buf.subarray(4, 4 + n)); buf = buf.subarray(4 + n);
      if (m.type === "hello") send({type: "hello", protocol: m.protocol, language: "node"});
      if (m.type === "start") send({type: "view", generation: 1, seq: 0, tree: {kind: "text", text: "hello from node"}});
    }
  });
});
server.listen({fd: 3});
`

func TestNodeCell(t *testing.T) {
	node, err := exec.LookPath("/usr/bin/node")
	if err != nil {
		t.Skip("no /usr/bin/node here")
	}
	s := supervisor(t, -1)
	dir := t.TempDir()
	script := filepath.Join(dir, "cell.js")
	if err := os.WriteFile(script, []byte(nodeCell), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.Start(t.Context(), nucleus.Spec{Cell: "node", Generation: 1, Engine: nucleus.Program, Argv: []string{node, script}, Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	w := quietly(t, p)
	if w == nil {
		<-p.Done()
		t.Fatalf("no hello; %+v", p.Exit())
	}
	if v, ok := w.start("", "").(ui.View); !ok || v.Tree.Text != "hello from node" {
		t.Fatalf("no view; log:\n%s", logText(s, "node"))
	}
	t.Logf("%+v", p.Usage())
}
