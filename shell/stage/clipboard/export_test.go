package clipboard

import "github.com/jezek/xgb/xproto"

// Decode is what becomes of received bytes.
func Decode(latin bool, data []byte) string {
	a := atoms{utf8: 1000}
	kind := a.utf8
	if latin {
		kind = xproto.AtomString
	}
	return a.decode(kind, data)
}
