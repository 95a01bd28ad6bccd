#!/bin/sh
# Rebuild the web fonts of this folder from two npm packages.
#
#   needs   npm, and pyftsubset on the PATH (pip install fonttools brotli,
#           in a scratch virtual environment, never in the project's own)
#   run     sh static/fonts/subset.sh
#
# The packages are pinned and split by Unicode range: the "arabic" file holds
# U+0600-06FF and U+0763, the "latin" file digits, French and punctuation.
# Layout features are all kept (Arabic joining, marks, kerning) and so is the
# hinting, which low-resolution screens need. Only the copyright and licence
# records of the name table stay: a subset must not carry a reserved name.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Comma, semicolon, question mark; letters; tatweel and vowel signs; digits
# and number signs; dagger and wasla alef; peh, tcheh, jeh, veh, the Maghribi
# qaf, keheh, the two Moroccan gafs (U+06AD, U+0763), gaf, Farsi yeh; joiners
# and direction marks; ornate brackets and the honorific.
arabic=U+060C,U+061B,U+061F,U+0621-063A,U+0640-0655,U+0660-066D,U+0670-0671
arabic=$arabic,U+067E,U+0686,U+0698,U+06A4,U+06A8-06A9,U+06AD,U+06AF,U+06CC
arabic=$arabic,U+0763,U+200C-200F,U+FD3E-FD3F,U+FDFA

# Basic Latin and Latin-1; OE ligatures; dashes, quotes, bullet, ellipsis,
# narrow no-break space; single guillemets; euro, trade mark, arrows, minus.
# (The packages lack the narrow space, which browsers synthesise, and the
# arrows left and right; Naskh lacks all four arrows.)
latin=U+0020-007E,U+00A0-00FF,U+0152-0153,U+2013-2014,U+2018-201A,U+201C-201E
latin=$latin,U+2022,U+2026,U+202F,U+2039-203A,U+20AC,U+2122,U+2190-2193,U+2212

# unpack PACKAGE: leave its contents in $work/PACKAGE/package
unpack() {
    mkdir "$work/$1"
    (cd "$work/$1" && npm pack --silent "@fontsource/$1@5.3.0" >/dev/null && tar xzf ./*.tgz)
}

# subset PACKAGE SCRIPT WEIGHT CHARACTERS NAME
subset() {
    pyftsubset "$work/$1/package/files/$1-$2-$3-normal.woff2" \
        --unicodes="$4" --layout-features='*' --name-IDs=0,13,14 \
        --flavor=woff2 --output-file="$here/$5-$2-$3.woff2"
}

for package in ibm-plex-sans-arabic noto-naskh-arabic; do
    unpack "$package"
done
for weight in 400 700; do
    subset ibm-plex-sans-arabic arabic "$weight" "$arabic" plex
    subset ibm-plex-sans-arabic latin "$weight" "$latin" plex
    subset noto-naskh-arabic arabic "$weight" "$arabic" naskh
    subset noto-naskh-arabic latin "$weight" "$latin" naskh
done
cp "$work/ibm-plex-sans-arabic/package/LICENSE" "$here/OFL-ibm-plex.txt"
cp "$work/noto-naskh-arabic/package/LICENSE" "$here/OFL-noto-naskh.txt"
