"""Reads schema.org's vocabulary out of the npm package schema-dts, which Google generates from it.

Run from the repository root, after `npm pack schema-dts@2.1.0` and unpacking it:
    python -m tests.vocabulary package/dist/schema.d.ts
It writes tests/data/schema.org.json anew; what schema.org has superseded is left out.
"""

import json
import re
import sys
from pathlib import Path

STORED = Path(__file__).parent / "data" / "schema.org.json"
INTERFACE = re.compile(
    r"^(?:export )?interface (\w+)(Base|Leaf) extends ([^{]+) \{(.*?)^\}", re.M | re.S
)
PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<([^,]+), "\w+">;', re.M)
SUPERSEDED = re.compile(r'@deprecated(?:(?!\*/).)*\*/\s+"(\w+)"\?', re.S)
MEMBERS = re.compile(r"^export type (\w+) = (.*);", re.M)


def vocabulary(source):
    """Types with their parents and the properties they bring, the ranges of properties, and the
    members of enumerations."""
    parents, properties, ranges = {}, {}, {}
    superseded = set(SUPERSEDED.findall(source))
    for name, part, bases, body in INTERFACE.findall(source):
        above = [base.removesuffix("Base") for base in re.findall(r"\w+Base", bases)]
        known = [base for base in dict.fromkeys(above) if base != name and "_" not in base]
        if "_" in name or (part == "Leaf" and name in parents):
            continue
        parents[name] = known
        for found, types in PROPERTY.findall(body):
            if found not in superseded:
                properties.setdefault(name, []).append(found)
                ranges.setdefault(found, set()).update(types.split(" | "))
    return {
        "types": {
            name: {"parents": parents[name], "properties": properties.get(name, [])}
            for name in sorted(parents)
        },
        "ranges": {name: sorted(ranges[name] - {"IdReference"}) for name in sorted(ranges)},
        "members": {
            name: re.findall(r'"https://schema.org/(\w+)"', values)
            for name, values in MEMBERS.findall(source)
            if '"https://schema.org/' in values and name != "Boolean"
        },
    }


if __name__ == "__main__":
    found = vocabulary(Path(sys.argv[1]).read_text(encoding="utf-8"))
    text = json.dumps(found, indent=0, separators=(",", ":"))
    STORED.write_text(text + "\n", encoding="utf-8")
