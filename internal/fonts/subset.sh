#!/bin/sh
# Makes data/*.otf and data/*.ttf from the Debian packages fonts-inter and fonts-jetbrains-mono:
#
#   apt-get install fonts-inter fonts-jetbrains-mono python3-fonttools && ./subset.sh
#
# The faces are cut down to the scripts and features the desktop draws itself; every other glyph comes from the fonts of
# the system. The outlines are untouched. Made last with Inter 3.19 (4.0~beta7+ds-1) and JetBrains Mono 2.242 (2.242+ds-3).
set -eu
cd "$(dirname "$0")"
inter=/usr/share/fonts/opentype/inter
mono=/usr/share/fonts/truetype/jetbrains-mono

# Latin and its extensions, IPA, marks, Greek, Cyrillic, Vietnamese, punctuation, super- and subscripts, currency, letterlike,
# number forms, arrows, maths, technical (⌘ ⌫ ⏎ …), box drawing, blocks, shapes, symbols, dingbats, the replacement character.
ranges=U+0020-007E,U+00A0-02AF,U+02B0-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20CF
ranges=$ranges,U+2100-214F,U+2150-218F,U+2190-21FF,U+2200-22FF,U+2300-23FF,U+2500-25FF,U+2600-27BF,U+27F0-27FF,U+2900-297F,U+2B00-2BFF,U+FB00-FB06,U+FFFD
features=kern,mark,mkmk,ccmp,locl,calt,liga,case,cpsp,tnum,pnum,zero,frac,numr,dnom,sups,subs,sinf,ordn,ss01,cv05,cv11

cut() {
	/usr/bin/python3 -m fontTools.subset "$1" --output-file="data/$2" --unicodes=$ranges --layout-features=$features \
		--name-IDs=0,1,2,3,4,5,6,13,14 --no-hinting --notdef-outline --drop-tables+=DSIG
}

mkdir -p data
cut $inter/Inter-Regular.otf sans-400.otf
cut $inter/Inter-Medium.otf sans-500.otf
cut $inter/Inter-SemiBold.otf sans-600.otf
cut $inter/Inter-Bold.otf sans-700.otf
cut $inter/Inter-Italic.otf sans-400-italic.otf
cut $inter/Inter-BoldItalic.otf sans-700-italic.otf
cut $mono/JetBrainsMono-Regular.ttf mono-400.ttf
cut $mono/JetBrainsMono-Bold.ttf mono-700.ttf
