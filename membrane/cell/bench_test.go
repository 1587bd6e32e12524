package cell_test

import (
	"net"
	"testing"

	"cellshell/membrane/cell"
	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// table is a cell of some size.
type table struct{ Picked int }

func (c *table) View(*cell.Context) cell.Node {
	var rows []cell.Node
	for i := range 100 {
		color := "text"
		if i == c.Picked {
			color = "accent"
		}
		rows = append(rows, cell.Row(
			cell.Text("row "+cell.Itoa(i)).Color(color).Size(14).Lines(1), cell.Spacer(),
			cell.Button("Pick").Plain().OnTap(func() { c.Picked = i }).Src("main.go:14:9"),
		).Key("row-"+cell.Itoa(i)).Gap(8).Align("center"))
	}
	return cell.List(rows...).Padding(12)
}

// BenchmarkTurn is one tap: the event there, View with 400 nodes, the patch back.
func BenchmarkTurn(b *testing.B) {
	body, receive := started(b, &table{})
	b.ReportAllocs()
	var seq uint64
	for b.Loop() {
		seq++
		if err := body.Send(ui.Event{Node: "list0/row-" + cell.Itoa(int(seq%100)) + "/button0", Kind: ui.EventTap, Seq: seq}); err != nil {
			b.Fatal(err)
		}
		if v := receive().(ui.View); len(v.Patch) == 0 || v.Seq != seq {
			b.Fatalf("view %+v", v)
		}
	}
}

// small is a cell as most are: a few nodes, and a state.
type small struct {
	Count int
	Name  string
}

func (c *small) View(*cell.Context) cell.Node {
	return cell.Column(
		cell.Text("Counter").Color("muted").Src("main.go:14:3"),
		cell.Text(cell.Itoa(c.Count)).Size(48).Bold().Key("count").Src("main.go:15:3"),
		cell.Row(
			cell.Button("−1").OnTap(func() { c.Count-- }).Key("minus").Src("main.go:17:4"),
			cell.Button("+1").OnTap(func() { c.Count++ }).Key("plus").Src("main.go:18:4"),
		).Gap(8).Src("main.go:16:3"),
	).Gap(12).Padding(16).Src("main.go:13:9")
}

// BenchmarkBatch is one tap of a hundred that are sent at once.
func BenchmarkBatch(b *testing.B) {
	body, receive := started(b, &small{})
	const batch = 100
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%batch == 0 {
			go func() { // ends when all are sent, which the views below wait for
				for n := range batch {
					_ = body.Send(ui.Event{Node: "column0/row0/plus", Kind: ui.EventTap, X: 12.5, Y: 8.25, Seq: uint64(i + n + 1), Clock: ui.Clock{UnixMilli: 1795317289357, Offset: 3600, Zone: "CET"}})
				}
			}()
		}
		if v := receive().(ui.View); v.Seq != uint64(i+1) || len(v.State) == 0 {
			b.Fatalf("view %+v", v)
		}
	}
}

// started is the body's end of the connection to c, which has shown its first view.
func started(b *testing.B, c cell.Cell) (body *codec.Conn, receive func() ui.Message) {
	b.Helper()
	ours, theirs := net.Pipe()
	b.Cleanup(func() { _ = ours.Close() })
	go func() { // ends with the connection
		_ = (&cell.Host{Cell: c}).Serve(cell.NewSession(theirs))
	}()
	body = codec.NewConn(ours)
	receive = func() ui.Message {
		m, err := body.Receive()
		if err != nil {
			b.Fatal(err)
		}
		return m
	}
	receive() // hello
	for _, m := range []ui.Message{ui.Hello{Protocol: ui.Protocol}, ui.Start{}} {
		if err := body.Send(m); err != nil {
			b.Fatal(err)
		}
	}
	receive()
	return body, receive
}
