package text

// cache remembers results up to a weight, in two generations: what was not asked for since the last turn is forgotten.
type cache[K comparable, V any] struct {
	young, old map[K]V
	weight     int // of young
	limit      int // a turn comes at half of it
}

func newCache[K comparable, V any](limit int) cache[K, V] {
	return cache[K, V]{young: map[K]V{}, old: map[K]V{}, limit: limit}
}

// forget makes it empty.
func (c *cache[K, V]) forget() { c.young, c.old, c.weight = map[K]V{}, map[K]V{}, 0 }

func (c *cache[K, V]) get(k K) (V, bool) {
	if v, ok := c.young[k]; ok {
		return v, true
	}
	v, ok := c.old[k]
	if ok {
		c.put(k, v, 256)
	}
	return v, ok
}

func (c *cache[K, V]) put(k K, v V, weight int) {
	if c.weight+weight > c.limit/2 {
		c.young, c.old, c.weight = map[K]V{}, c.young, 0
	}
	c.young[k] = v
	c.weight += weight
}
