package main_test

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"cellshell/internal/testenv"
)

func TestTheDesktopInABrowser(t *testing.T) {
	b := testenv.StartBrowser(t, 1280, 800, 1)
	d := testenv.Start(t)
	b.Open(d.Address())
	testenv.Eventually(t, 60*time.Second, "the page is drawn", func() bool { return b.State() == "drawn" })
	time.Sleep(time.Second)
	b.Shot("start")
	t.Log(b.Log(), d.Screens())
	plus := node(d, "counter", "plus")
	b.Click(middle(plus))
	b.Click(middle(plus))
	testenv.Eventually(t, 5*time.Second, "two clicks on +1 count to 2", func() bool { return node(d, "counter", "count").Text == "2" })
	b.Shot("counted")
	b.Move(middle(plus))
	b.Key(" ", kb.ModifierCtrl)
	b.Type("make this button bigger")
	time.Sleep(300 * time.Millisecond)
	b.Shot("sentence")
	b.Key(kb.Enter)
	testenv.Eventually(t, 10*time.Second, "the button under the pointer grows", func() bool {
		return node(d, "counter", "plus").Bounds.W > plus.Bounds.W*1.4
	})
	time.Sleep(600 * time.Millisecond)
	b.Shot("bigger")
}
