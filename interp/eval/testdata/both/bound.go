// A cell that hands over its own methods, for everything that runs something later.
package main

import (
	"time"

	"cellshell/membrane/cell"
)

type Bound struct {
	Taps  int
	Ticks int
	Load  float64
	Text  string
	Keys  string
}

func (b *Bound) View(x *cell.Context) cell.Node {
	x.OnStart(b.start)
	x.Every(time.Second, b.tick)
	x.OnKey(b.key)
	return cell.Column(
		cell.Text(cell.Itoa(b.Taps)+" "+cell.Itoa(b.Ticks)+" "+cell.Ftoa(b.Load, 2)+" "+b.Text+" "+b.Keys).Key("said"),
		cell.Button("Tap").Key("tap").OnTap(b.tap),
		cell.Button("Ask").Key("ask").OnTap(func() { x.Call("system", "load", nil, func(r cell.Reply) { b.told(r) }) }),
		cell.Field(b.Text).Key("field").OnChange(b.typed),
	)
}

func (b *Bound) start()            { b.Ticks = 100 }
func (b *Bound) tick()             { b.Ticks++ }
func (b *Bound) tap()              { b.Taps++ }
func (b *Bound) key(chord string)  { b.Keys += chord }
func (b *Bound) typed(text string) { b.Text = text }
func (b *Bound) told(r cell.Reply) { b.Load = r.Float("cpu") }

func main() { cell.Run(&Bound{}) }
