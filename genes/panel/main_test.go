package main

import (
	"strings"
	"testing"
	"time"

	"cellshell/membrane/celltest"
)

func TestPanel(t *testing.T) {
	d := celltest.Start(t, &Panel{}, celltest.Options{})
	if got := strings.Join(d.Texts(), "|"); got != "CellShell|Sat 14 Mar|12:00|42%|34%|81%" {
		t.Errorf("shows %s", got)
	}
	d.Advance(time.Minute)
	if got := d.Node("time").Text; got != "12:01" {
		t.Errorf("a minute later: %s", got)
	}
}
