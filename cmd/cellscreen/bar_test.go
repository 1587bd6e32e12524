package main_test

import (
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/evolve/llm/llmtest"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// TestTheTourThroughTheBar says the sentences of the README with mouse and keyboard only.
func TestTheTourThroughTheBar(t *testing.T) {
	d, x := testenv.StartWindow(t)
	newest := func() control.HistoryEntry { return history(d)[0] }
	done := func(sentence string) {
		t.Helper()
		testenv.Eventually(t, 10*time.Second, sentence, func() bool { return newest().Sentence == sentence && newest().Status == act.Done })
		time.Sleep(700 * time.Millisecond) // the window hears of it, and the bar closes
	}
	x.Move(640, 700)
	x.Key("super")
	x.ShotAfter(300*time.Millisecond, "empty")
	x.Type("add a cl")
	x.ShotAfter(200*time.Millisecond, "completed")
	x.Key("Tab", "Return")
	done("add a clock")
	x.Shot("clock")

	say := func(sentence string) {
		t.Helper()
		x.Key("super")
		x.Type(sentence)
		x.ShotAfter(200*time.Millisecond, "understood")
		x.Key("Return")
		done(sentence)
	}
	say("make it analog instead")
	say("move the clock to the top right")
	x.Shot("moved")

	x.Move(middle(node(d, "counter", "plus")))
	x.Key("super")
	x.ShotAfter(200*time.Millisecond, "button-meant")
	x.Type("make this button bigger")
	x.ShotAfter(200*time.Millisecond, "bigger-understood")
	x.Key("Return")
	done("make this button bigger")
	x.Shot("bigger")
	x.Click(640, 760) // the receipt
	x.ShotAfter(200*time.Millisecond, "details")
	x.Key("Escape")

	say("make it blue")
	say("make the button bigger")
	x.Shot("guessed")
	before := len(history(d))
	x.Key("super")
	x.ShotAfter(200*time.Millisecond, "another")
	x.Key("1")
	testenv.Eventually(t, 10*time.Second, "the guess is taken back and the other done", func() bool { return len(history(d)) == before+2 })
	x.ShotAfter(700*time.Millisecond, "instead")
	say("dark mode")
	x.Shot("dark")

	x.Key("super")
	x.Type("make the button flibber")
	x.ShotAfter(900*time.Millisecond, "unknown")
	x.Key("ctrl+a", "BackSpace")
	x.Move(640, 700) // at nothing
	x.Type("make the icon bigger")
	x.ShotAfter(200*time.Millisecond, "asks")
	x.Key("Return")
	x.ShotAfter(400*time.Millisecond, "asked")
	n := len(history(d))
	x.Key("2")
	testenv.Eventually(t, 10*time.Second, "a digit answers", func() bool { return len(history(d)) == n+1 })
	x.ShotAfter(600*time.Millisecond, "answered")
	x.Key("super", "ctrl+r")
	x.Type("analog")
	x.ShotAfter(200*time.Millisecond, "search")
	x.Key("Escape", "Escape")
	x.Key("ctrl+z")
	testenv.Eventually(t, 10*time.Second, "Ctrl+Z takes the newest back", func() bool {
		h := history(d)
		return len(h) == n+2 && h[1].Undone && strings.HasPrefix(h[0].Sentence, "undo")
	})
}

// TestAModelAtWorkIsSeen asks a model that writes slowly, from a window and from elsewhere.
func TestAModelAtWorkIsSeen(t *testing.T) {
	model := llmtest.Start(llmtest.Reply{How: llmtest.Endless, Text: "word by word ", Delay: 60 * time.Millisecond, Always: true})
	t.Cleanup(model.Close)
	d, x := testenv.StartWindow(t, "OPENAI_BASE_URL="+model.URL, "OPENAI_API_KEY=sk-test")
	const sentence = "make the button count how often I click it"
	x.Move(middle(node(d, "counter", "plus")))
	x.Key("super")
	x.Type(sentence)
	x.ShotAfter(300*time.Millisecond, "goes-to-model")
	x.Key("Return")
	testenv.Eventually(t, 10*time.Second, "the model is asked", func() bool { return len(model.Requests()) == 1 })
	x.ShotAfter(1500*time.Millisecond, "working")
	x.Type("make it blue")
	x.Key("Return")
	x.ShotAfter(300*time.Millisecond, "queued")
	x.Key("super")
	x.ShotAfter(500*time.Millisecond, "sign")
	x.Key("Escape")
	testenv.Eventually(t, 5*time.Second, "Escape ends the call at the server", func() bool { return model.Gone() == 1 })
	x.ShotAfter(600*time.Millisecond, "stopped")
	x.Key("Escape")

	go func() { // ends with the call, which is stopped
		_ = d.Try(control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: "counter/plus"}, &act.Receipt{})
	}()
	testenv.Eventually(t, 10*time.Second, "the model is asked from elsewhere", func() bool { return len(model.Requests()) == 2 })
	x.ShotAfter(1200*time.Millisecond, "elsewhere")
	x.Click(640+230-22, 800-28-26) // stop
	testenv.Eventually(t, 5*time.Second, "a click on the sign ends the call at the server", func() bool { return model.Gone() == 2 })
}
