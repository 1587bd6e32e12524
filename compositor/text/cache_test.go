package text

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestCacheForgets lays out ever new texts, as a number that changes with each picture does: what is kept has an end, and
// what is asked for again and again stays.
func TestCacheForgets(t *testing.T) {
	c := newCache[string, *int](1 << 20)
	heading := new(int)
	c.put("Heading", heading, 400)
	many := 0
	for i := range 30000 {
		c.put(strconv.Itoa(i), new(int), 400)
		if got, _ := c.get("Heading"); got != heading {
			t.Fatal("what is shown all the time was forgotten")
		}
		if many = max(many, len(c.young)+len(c.old)); i == 5000 && many < 2000 {
			t.Errorf("only %d texts are kept", many)
		}
	}
	if many > 1<<20/400+2 {
		t.Errorf("%d texts are kept", many)
	}
	c.turned = time.Now().Add(-turnTime)
	for i := range 700 {
		c.put("x"+strconv.Itoa(i), new(int), 400)
	}
	c.turned = time.Now().Add(-turnTime)
	c.put("y", new(int), 400)
	if n := len(c.young) + len(c.old); n > 1400 {
		t.Errorf("%d texts are kept for long", n)
	}
}

// TestCacheKeepsTheHeavy draws a long text beside many short ones, picture after picture: each is laid out once.
func TestCacheKeepsTheHeavy(t *testing.T) {
	c := newCache[string, *int](1000)
	long, made := strings.Repeat("x", 5000), 0
	for range 10 {
		for _, k := range []string{long, "a", "b", "c", "d"} {
			if _, ok := c.get(k); !ok {
				made++
				c.put(k, new(int), len(k)+20)
			}
		}
	}
	if made != 5 {
		t.Errorf("five texts were laid out %d times", made)
	}
}
