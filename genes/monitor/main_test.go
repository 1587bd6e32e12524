package main

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"cellshell/membrane/celltest"
)

func TestMonitor(t *testing.T) {
	d := celltest.Start(t, &Monitor{}, celltest.Options{})
	d.Advance(3 * time.Second)
	want := "Processor|42%|Memory|5.5 GB of 16.0 GB|34%|/|120 GB of 250 GB|/home|410 GB of 500 GB|2 cores · load 0.80 · up 1 d 2 h 3 min"
	if got := strings.Join(d.Texts(), "|"); got != want {
		t.Errorf("shows %s\nwant  %s", got, want)
	}
	values := d.Node("cpu-chart").Series[0].Values
	if len(values) != History || values[History-1] != 0.42 || values[History-4] != 0.42 || values[History-5] != 0 {
		t.Errorf("chart %v", values)
	}
	if got := d.Node("disk--home").Children[1].Value; got != 0.82 {
		t.Errorf("/home is %g full", got)
	}
	d.Advance(2 * time.Minute)
	if n := len(d.Node("cpu-chart").Series[0].Values); n != History {
		t.Errorf("%d values after two minutes", n)
	}
}

func TestWithoutThePower(t *testing.T) {
	d := celltest.Start(t, &Monitor{}, celltest.Options{
		Services: func(string, string, json.RawMessage) (any, error) { return nil, errors.New("system is not granted") },
	})
	if got := d.Node("foot").Text; got != "system is not granted" {
		t.Errorf("foot: %q", got)
	}
}
