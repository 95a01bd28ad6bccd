#!/bin/sh
# Rebuild the web fonts of this folder from two npm packages.
#
#   needs   npm, and pyftsubset on the PATH (pip install fonttools brotli,
#           in a scratch virtual environment, never in the project's own)
#   run     sh static/fonts/subset.sh
#
# Layout features are all kept (Arabic joining, marks, kerning); hinting is not, it is a third of
# a file. Only the copyright and licence records of the name table stay: a subset must not carry
# a reserved name.
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
# Space, digits and the punctuation that stands between Arabic words.
arabic=$arabic,U+0020-0040,U+005B,U+005D,U+00A0,U+00AB,U+00BB,U+2013,U+2026

# Basic Latin and Latin-1; OE ligatures; dashes, quotes, bullet, ellipsis,
# narrow no-break space; single guillemets; euro, trade mark, arrows, minus.
# (Browsers draw from elsewhere what a font lacks.)
latin=U+0020-007E,U+00A0-00FF,U+0152-0153,U+2013-2014,U+2018-201A,U+201C-201E
latin=$latin,U+2022,U+2026,U+202F,U+2039-203A,U+20AC,U+2122,U+2190-2193,U+2212

# unpack PACKAGE VERSION FOLDER: leave its contents in $work/FOLDER/package
unpack() {
    mkdir "$work/$3"
    (cd "$work/$3" && npm pack --silent "$1@$2" >/dev/null && tar xzf ./*.tgz)
}

# subset SOURCE CHARACTERS NAME
subset() {
    pyftsubset "$work/$1" --unicodes="$2" --layout-features='*' --no-hinting \
        --name-IDs=0,13,14 --flavor=woff2 --output-file="$here/$3.woff2"
}

unpack @ibm/plex-sans-arabic 1.1.0 plex
unpack @expo-google-fonts/noto-naskh-arabic 0.4.5 naskh
for style in Regular:400 Bold:700; do
    name=${style%:*} weight=${style#*:}
    plex=plex/package/fonts/complete/woff2/IBMPlexSansArabic-$name.woff2
    subset "$plex" "$arabic" "plex-arabic-$weight"
    subset "$plex" "$latin" "plex-latin-$weight"
done
subset naskh/package/400Regular/NotoNaskhArabic_400Regular.ttf "$arabic" naskh-400
cp "$work/plex/package/LICENSE.txt" "$here/OFL-ibm-plex.txt"
cp "$work/naskh/package/LICENSE_FONT" "$here/OFL-noto-naskh.txt"
