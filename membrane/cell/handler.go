package cell

import "cellshell/membrane/ui"

// handler is a kind of function that hears of events.
type handler int

const (
	tap handler = iota
	tapAt
	change
	toggle
	slide
	submit
	handlers int = iota
)

// heardBy are the handlers of an event, in the order in which they run.
var heardBy = map[ui.EventKind][]handler{
	ui.EventTap:    {tap, tapAt},
	ui.EventChange: {change, toggle, slide},
	ui.EventSubmit: {submit},
}

// events are the kinds the node hears about. The lists are shared: adding to one copies it.
func (p *place) events() []ui.EventKind {
	which := 0
	if p.on[tap] != nil || p.on[tapAt] != nil {
		which = 1
	}
	if p.on[change] != nil || p.on[toggle] != nil || p.on[slide] != nil {
		which |= 2
	}
	if p.on[submit] != nil {
		which |= 4
	}
	return eventLists[which]
}

var eventLists = [8][]ui.EventKind{
	nil,
	{ui.EventTap},
	{ui.EventChange},
	{ui.EventTap, ui.EventChange},
	{ui.EventSubmit},
	{ui.EventTap, ui.EventSubmit},
	{ui.EventChange, ui.EventSubmit},
	{ui.EventTap, ui.EventChange, ui.EventSubmit},
}

// handle runs the handlers for ev.
func (p *place) handle(ev ui.Event) {
	if p.Disabled {
		return
	}
	for _, h := range heardBy[ev.Kind] {
		if p.on[h] != nil {
			p.on[h](ev)
		}
	}
}
