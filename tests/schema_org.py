"""Checks JSON-LD against schema.org's own definitions, which stand in tests/data."""

import datetime
import json
import re
from urllib.parse import urlsplit

from tests.vocabulary import STORED

VOCABULARY = json.loads(STORED.read_text(encoding="utf-8"))
TYPES, RANGES = VOCABULARY["types"], VOCABULARY["ranges"]
MEMBERS = {name: set(members) for name, members in VOCABULARY["members"].items()}
HOME = "https://schema.org"


def blocks(html):
    """The JSON-LD of a page, each block parsed."""
    pattern = r'<script type="application/ld\+json">(.*?)</script>'
    return [json.loads(text) for text in re.findall(pattern, html, re.DOTALL)]


def things(html):
    """The things that a page describes: the members of graphs one by one."""
    return [thing for block in blocks(html) for thing in block.get("@graph", [block])]


def ancestry(name):
    """A type and all that it is as well."""
    return {name}.union(*(ancestry(parent) for parent in TYPES[name]["parents"]))


def faults(block):
    """What is wrong with a block, each fault after the path of its place."""
    if block.get("@context") != HOME:
        yield "@context is not schema.org"
    nodes = block.get("@graph", [block])
    known = {node["@id"] for node in every_node(nodes) if "@type" in node and "@id" in node}
    for node in nodes:
        yield from faults_of_thing(node, node.get("@type", "?"))
    for node in every_node(nodes):
        if set(node) == {"@id"} and "#" in node["@id"] and node["@id"] not in known:
            yield f"nothing is called {node['@id']}"


def every_node(value):
    if isinstance(value, dict):
        yield value
        value = [*value.values()]
    if isinstance(value, list):
        for one in value:
            yield from every_node(one)


def faults_of_thing(node, path):
    name = node.get("@type")
    if name not in TYPES:
        yield f"{path}: no type {name}"
        return
    allowed = {name for one in ancestry(name) for name in TYPES[one]["properties"]}
    for key, value in node.items():
        here = f"{path}.{key}"
        if key in ("@type", "@context"):
            continue
        if key == "@id":
            yield from [] if is_url(value) else [f"{here}: not an address: {value!r}"]
        elif key not in RANGES:
            yield f"{here}: no such property"
        elif key not in allowed:
            yield f"{here}: not a property of {name}"
        elif value in ([], {}, None):
            yield f"{here}: empty"
        else:
            for one in value if isinstance(value, list) else [value]:
                yield from faults_of_value(one, RANGES[key], here)


def faults_of_value(value, expected, path):
    """``expected`` are the types of the range."""
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield from [] if is_url(value["@id"]) else [f"{path}: not an address: {value!r}"]
            return
        yield from faults_of_thing(value, path)
        if value.get("@type") in TYPES and not ancestry(value["@type"]) & set(expected):
            yield f"{path}: a {value['@type']} is none of {expected}"
    elif not any(FORMATS[one](value) for one in expected if one in FORMATS) and not any(
        is_member(value, one) for one in expected
    ):
        yield f"{path}: {value!r} is none of {expected}"


def is_member(value, enumeration):
    """Whether it is the address of a member of the enumeration."""
    start, _, member = str(value).rpartition("/")
    return start == HOME and member in MEMBERS.get(enumeration, set())


def is_url(value):
    parts = urlsplit(value) if isinstance(value, str) and not re.search(r"\s", value) else None
    return bool(parts and parts.scheme in ("http", "https") and parts.netloc)


def is_text(value):
    return isinstance(value, str) and bool(value) and value == value.strip()


def matches(pattern, parse=str):
    """A test of strings of this form that ``parse`` can read."""

    def test(value):
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            return False
        try:
            parse(value)
        except ValueError:
            return False
        return True

    return test


def is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


DAY, HOUR = r"\d{4}-\d\d-\d\d", r"\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?"
FORMATS = {
    "Text": is_text,
    "URL": is_url,
    "Boolean": lambda value: isinstance(value, bool),
    "Number": is_number,
    "Integer": lambda value: is_number(value) and isinstance(value, int),
    "Date": matches(DAY, datetime.date.fromisoformat),
    "DateTime": matches(f"{DAY}T{HOUR}", datetime.datetime.fromisoformat),
    "Time": matches(HOUR, datetime.time.fromisoformat),
    "Distance": matches(r"\d+(\.\d+)? [a-z]+"),
}
