package text

import "time"

// A turn comes at half of the limit, or after a while when there is something to forget: a number that changes with each
// picture leaves a text behind each time.
const (
	turnTime   = 10 * time.Second
	turnWeight = 256 << 10
)

// cache remembers results up to a weight, in two generations: what was not asked for since the last turn is forgotten.
type cache[K comparable, V any] struct {
	young, old map[K]kept[K, V]
	weight     int // of young
	limit      int
	turned     time.Time
}

// kept is a result with its weight, in bytes or so, and the key it was put under: one that is equal may be a part of a
// long text, which it would keep in memory.
type kept[K comparable, V any] struct {
	key    K
	value  V
	weight int
}

func newCache[K comparable, V any](limit int) cache[K, V] {
	return cache[K, V]{young: map[K]kept[K, V]{}, old: map[K]kept[K, V]{}, limit: limit}
}

// forget makes it empty.
func (c *cache[K, V]) forget() { c.young, c.old, c.weight = map[K]kept[K, V]{}, map[K]kept[K, V]{}, 0 }

func (c *cache[K, V]) get(k K) (V, bool) {
	if v, ok := c.young[k]; ok {
		return v.value, true
	}
	v, ok := c.old[k]
	if ok {
		c.put(v.key, v.value, v.weight)
	}
	return v.value, ok
}

// put remembers a result. One that is very heavy counts as a quarter of the limit: a page of small print beside it would
// otherwise push it out with each picture, and be pushed out by it.
func (c *cache[K, V]) put(k K, v V, weight int) {
	weight = min(weight, c.limit/4)
	if c.weight+weight > c.limit/2 || c.weight > turnWeight && time.Since(c.turned) > turnTime {
		c.young, c.old, c.weight, c.turned = map[K]kept[K, V]{}, c.young, 0, time.Now()
	}
	c.young[k] = kept[K, V]{k, v, weight}
	c.weight += weight
}
