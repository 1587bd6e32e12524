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
	time.Sleep(300 * time.Millisecond)
	x.Shot("empty")
	x.Type("add a cl")
	time.Sleep(200 * time.Millisecond)
	x.Shot("completed")
	x.Key("Tab", "Return")
	done("add a clock")
	x.Shot("clock")

	say := func(sentence string) {
		t.Helper()
		x.Key("super")
		x.Type(sentence)
		time.Sleep(200 * time.Millisecond)
		x.Shot("understood")
		x.Key("Return")
		done(sentence)
	}
	say("make it analog instead")
	say("move the clock to the top right")
	x.Shot("moved")

	x.Move(middle(node(d, "counter", "plus")))
	x.Key("super")
	time.Sleep(200 * time.Millisecond)
	x.Shot("button-meant")
	x.Type("make this button bigger")
	time.Sleep(200 * time.Millisecond)
	x.Shot("bigger-understood")
	x.Key("Return")
	done("make this button bigger")
	x.Shot("bigger")
	x.Click(640, 760) // the receipt
	time.Sleep(200 * time.Millisecond)
	x.Shot("details")
	x.Key("Escape")

	say("make it blue")
	say("dark mode")
	x.Shot("dark")

	x.Key("super")
	x.Type("make the button flibber")
	time.Sleep(900 * time.Millisecond)
	x.Shot("unknown")
	x.Key("ctrl+a", "BackSpace")
	x.Move(640, 700) // at nothing
	x.Type("make the icon bigger")
	time.Sleep(200 * time.Millisecond)
	x.Shot("asks")
	x.Key("Return")
	time.Sleep(400 * time.Millisecond)
	x.Shot("asked")
	n := len(history(d))
	x.Key("2")
	testenv.Eventually(t, 10*time.Second, "a digit answers", func() bool { return len(history(d)) == n+1 })
	time.Sleep(600 * time.Millisecond)
	x.Shot("answered")
	x.Key("super", "ctrl+r")
	x.Type("analog")
	time.Sleep(200 * time.Millisecond)
	x.Shot("search")
	x.Key("Escape", "Escape")
	x.Key("ctrl+z")
	testenv.Eventually(t, 10*time.Second, "Ctrl+Z takes the newest back", func() bool {
		h := history(d)
		return len(h) == n+2 && h[1].Undone || newest().Sentence != "" && strings.Contains(newest().Sentence, "undo")
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
	time.Sleep(300 * time.Millisecond)
	x.Shot("goes-to-model")
	x.Key("Return")
	testenv.Eventually(t, 10*time.Second, "the model is asked", func() bool { return len(model.Requests()) == 1 })
	time.Sleep(1500 * time.Millisecond)
	x.Shot("working")
	x.Type("make it blue")
	x.Key("Return")
	time.Sleep(300 * time.Millisecond)
	x.Shot("queued")
	x.Key("super")
	time.Sleep(500 * time.Millisecond)
	x.Shot("sign")
	x.Key("Escape")
	testenv.Eventually(t, 5*time.Second, "Escape ends the call at the server", func() bool { return model.Gone() == 1 })
	time.Sleep(600 * time.Millisecond)
	x.Shot("stopped")
	x.Key("Escape")

	go func() { // ends with the call, which is stopped
		_ = d.Try(control.MethodEvolve, control.EvolveParams{Sentence: sentence, At: "counter/plus"}, &act.Receipt{})
	}()
	testenv.Eventually(t, 10*time.Second, "the model is asked from elsewhere", func() bool { return len(model.Requests()) == 2 })
	time.Sleep(1200 * time.Millisecond)
	x.Shot("elsewhere")
	x.Click(640+230-22, 800-28-26) // stop
	testenv.Eventually(t, 5*time.Second, "a click on the sign ends the call at the server", func() bool { return model.Gone() == 2 })
}
