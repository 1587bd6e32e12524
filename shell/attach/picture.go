package attach

// Picture is what is on a screen's glass: the answer to Frame.Picture.
type Picture struct {
	Screen uint64 `json:"screen"`
	Number uint64 `json:"number"` // as asked for
	PNG    []byte `json:"png,omitempty"`
	Err    string `json:"err,omitempty"` // why there is none
}

// MaxPicture bounds the PNG, bytes: it travels in one frame, as text.
const MaxPicture = 11 << 20
