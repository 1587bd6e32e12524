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
	ours, theirs := net.Pipe()
	defer ours.Close()
	go func() { // ends with the connection
		_ = (&cell.Host{Cell: &table{}}).Serve(cell.NewSession(theirs))
	}()
	body := codec.NewConn(ours)
	turn := func(m ui.Message) ui.Message {
		if err := body.Send(m); err != nil {
			b.Fatal(err)
		}
		answer, err := body.Receive()
		if err != nil {
			b.Fatal(err)
		}
		return answer
	}
	if _, err := body.Receive(); err != nil { // hello
		b.Fatal(err)
	}
	if err := body.Send(ui.Hello{Protocol: ui.Protocol}); err != nil {
		b.Fatal(err)
	}
	turn(ui.Start{})
	var seq uint64
	for b.Loop() {
		seq++
		v := turn(ui.Event{Node: "list0/row-" + cell.Itoa(int(seq%100)) + "/button0", Kind: ui.EventTap, Seq: seq}).(ui.View)
		if len(v.Patch) == 0 || v.Seq != seq {
			b.Fatalf("view %+v", v)
		}
	}
}
