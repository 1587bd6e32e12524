package main

import (
	"bytes"
	"cmp"
	"container/heap"
	"container/list"
	"container/ring"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"image/color"
	"maps"
	"math"
	"math/bits"
	"math/cmplx"
	"math/rand"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"cellshell/membrane/cell"
)

type numbers struct{ sort.IntSlice }

func (n *numbers) Push(x any) { n.IntSlice = append(n.IntSlice, x.(int)) }

func (n *numbers) Pop() any {
	last := n.IntSlice[n.Len()-1]
	n.IntSlice = n.IntSlice[:n.Len()-1]
	return last
}

// All uses every package a cell may import.
type All struct{ Names []string }

// View shows what came of it.
func (a *All) View(x *cell.Context) cell.Node {
	n := &numbers{sort.IntSlice{cmp.Compare(1, 2), bits.Len(8)}}
	heap.Init(n)
	heap.Push(n, 3)
	l := list.New()
	l.PushBack(ring.New(3).Len())
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(hex.EncodeToString([]byte{1})))
	data, err := json.Marshal(slices.Sorted(maps.Keys(map[string]int{"a": 1})))
	if errors.Is(err, errors.ErrUnsupported) {
		x.Log(err.Error())
	}
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 8, 1, ' ', 0)
	_ = w.Flush()
	text := fmt.Sprint(n.Len(), l.Len(), sum.Sum32(), string(data), b.Len(), crc32.ChecksumIEEE(data), color.White,
		math.Sqrt(2), cmplx.Abs(1i), rand.New(rand.NewSource(1)).Intn(3), regexp.MustCompile("a").String(),
		strconv.Itoa(1), strings.ToUpper("a"), time.Second, unicode.IsUpper('A'), utf16.IsSurrogate('a'), utf8.RuneLen('a'),
		base64.StdEncoding.EncodeToString(data))
	return cell.Text(text)
}

func main() { cell.Run(&All{}) }
