// Hostile is a cell that misbehaves in the way its argument names.
package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"
)

var conn net.Conn

func send(text string) {
	frame := binary.LittleEndian.AppendUint32(nil, uint32(len(text)))
	if _, err := conn.Write(append(frame, text...)); err != nil {
		os.Exit(3)
	}
}

func receive() map[string]any {
	var head [4]byte
	if _, err := io.ReadFull(conn, head[:]); err != nil {
		return nil
	}
	b := make([]byte, binary.LittleEndian.Uint32(head[:]))
	if _, err := io.ReadFull(conn, b); err != nil {
		return nil
	}
	var m map[string]any
	_ = json.Unmarshal(b, &m)
	return m
}

const hello = `{"type":"hello","protocol":"membrane/1","language":"go"}`

func view(n any) string {
	return fmt.Sprintf(`{"type":"view","seq":%v,"tree":{"kind":"text","text":"hostile"},"state":{}}`, n)
}

func greet(l net.Listener) {
	var err error
	if conn, err = l.Accept(); err != nil {
		os.Exit(3)
	}
	send(strings.Replace(hello, "membrane/1", os.Args[2], 1))
	receive() // hello
	receive() // start
}

func serve() {
	for {
		m := receive()
		if m == nil {
			return
		}
		if seq, ok := m["seq"]; ok {
			send(view(seq))
		}
	}
}

func main() {
	l, err := net.FileListener(os.NewFile(3, "membrane"))
	if err != nil {
		panic(err)
	}
	mode := os.Args[1]
	if mode == "silent" {
		conn, _ = l.Accept()
		time.Sleep(time.Hour)
	}
	greet(l)
	switch mode {
	case "huge":
		send(view(0))
		time.Sleep(200 * time.Millisecond)
		var head [4]byte
		binary.LittleEndian.PutUint32(head[:], 16<<20+1)
		conn.Write(head[:])
		conn.Write(make([]byte, 16<<20+1))
		time.Sleep(time.Hour)
	case "nonsense":
		send(view(0))
		time.Sleep(200 * time.Millisecond)
		send(`{"type":"view","tree":[[[`)
		time.Sleep(time.Hour)
	case "unknown":
		send(view(0))
		send(`{"type":"sing"}`)
		serve()
	case "patch":
		send(`{"type":"view","seq":0,"patch":[{"id":"text0","node":{"kind":"text"}}]}`)
		time.Sleep(time.Hour)
	case "million":
		send(view(0))
		time.Sleep(200 * time.Millisecond)
		send(`{"type":"view","tree":{"kind":"column","children":[{}` + strings.Repeat(",{}", 1_000_000) + `]}}`)
		time.Sleep(time.Hour)
	case "deep":
		send(view(0))
		time.Sleep(200 * time.Millisecond)
		send(`{"type":"view","tree":` + strings.Repeat(`{"kind":"column","children":[`, 400_000) + strings.Repeat("]}", 400_000) + `}`)
		time.Sleep(time.Hour)
	case "views":
		for i := 0; ; i++ {
			send(view(i))
		}
	case "seq":
		send(view("18446744073709551615"))
		serve()
	case "calls":
		send(view(0))
		for i := 0; ; i++ {
			send(fmt.Sprintf(`{"type":"call","id":%d,"service":"files","method":"read"}`, i+1))
		}
	case "timers":
		send(view(0))
		for i := 0; ; i++ {
			send(fmt.Sprintf(`{"type":"timer","id":%d,"every":%d}`, i%100, 1<<(i%62)))
		}
	case "logs":
		send(view(0))
		text := strings.Repeat("x", 100_000)
		for {
			send(`{"type":"log","level":"info","text":"` + text + `"}`)
		}
	case "reopen":
		send(view(0))
		time.Sleep(100 * time.Millisecond)
		conn.Close()
		greet(l)
		send(view(0))
		serve()
	case "deaf": // sends, never reads
		send(view(0))
		for i := 0; ; i++ {
			send(view(1 << 40))
			time.Sleep(10 * time.Millisecond)
		}
	case "bye":
		send(view(0))
		time.Sleep(100 * time.Millisecond)
		send(`{"type":"bye","reason":"I am off, but I stay"}`)
		time.Sleep(time.Hour)
	case "slow": // answers each message after 400 ms
		send(view(0))
		for {
			m := receive()
			if m == nil {
				return
			}
			time.Sleep(400 * time.Millisecond)
			if seq, ok := m["seq"]; ok {
				send(view(seq))
			}
		}
	}
}
