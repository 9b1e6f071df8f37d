#!/usr/bin/env python3
"""generate-unicode-tables.py UCD-DIRECTORY OUTPUT

Writes the tables of lib/Text/Unicode.cpp from the files of the Unicode Character Database, as
Debian's unicode-data has them in /usr/share/unicode. What the properties mean is in Unicode.h; where
str's methods of CPython derive a property from several others, that derivation is here.
"""
import bz2
import pathlib
import re
import sys

CODE_POINTS = 0x110000
BLOCK = 128

# The bits of Record::flags; Unicode.h has the same names.
FLAGS = ["Alphabetic", "Decimal", "Digit", "Numeric", "Lowercase", "Uppercase", "Titlecase", "Space",
         "LineBreak", "Printable", "IdStart", "IdContinue", "Cased", "CaseIgnorable", "NfcNo", "NfcMaybe",
         "NfkcNo", "NfkcMaybe", "NfdNo", "NfkdNo", "Since15", "LowercaseSince15"]
BIT = {name: 1 << i for i, name in enumerate(FLAGS)}
MAPPINGS = ["lower", "upper", "title", "fold"]
# Code points of Unicode 14.0 that only 15.0 calls Lowercase, and so Cased. All else that 15.0 says of
# code points of 14.0 was so then (seen by comparing all of them with CPython 3.11).
LOWERCASE_SINCE_15 = [0x10FC, 0xA7F2, 0xA7F3, 0xA7F4, 0xAB69]


class Database:
    def __init__(self, directory):
        self.directory = pathlib.Path(directory)

    def lines(self, name):
        """The fields of each line that has some."""
        path = self.directory / name
        text = bz2.decompress(path.read_bytes()).decode() if name.endswith(".bz2") else path.read_text()
        for line in text.splitlines():
            line = line.split("#")[0].strip()
            if line:
                yield [field.strip() for field in re.split(r"[;\t]", line)]

    def ranges(self, name):
        """(code point, further fields) for each code point of files with ranges."""
        for field, *rest in self.lines(name):
            first, _, last = field.partition("..")
            for point in range(int(first, 16), int(last or first, 16) + 1):
                yield point, rest

    def properties(self, name):
        sets = {}
        for point, rest in self.ranges(name):
            sets.setdefault(rest[0], set()).add(point)
        return sets

    def characters(self):
        """UnicodeData.txt, with its ranges."""
        first = None
        for fields in self.lines("UnicodeData.txt"):
            point = int(fields[0], 16)
            if fields[1].endswith(", First>"):
                first = point
                continue
            for each in range(point if first is None else first, point + 1):
                yield each, fields
            first = None


def points_of(text):
    return [int(point, 16) for point in text.split()]


def read(directory):
    database = Database(directory)
    flags = [0] * CODE_POINTS
    combining = [0] * CODE_POINTS
    decimals = [0] * CODE_POINTS
    maps = {kind: {} for kind in MAPPINGS}
    decompositions = {}

    breaks = {point for point, (kind, *_) in database.ranges("LineBreak.txt")
              if kind in ("BK", "CR", "LF", "NL")}
    for point, fields in database.characters():
        category, bidi = fields[2], fields[4]
        has = set()
        if category in ("Lm", "Lt", "Lu", "Ll", "Lo"):
            has.add("Alphabetic")
        if category == "Lt":
            has.add("Titlecase")
        if category == "Zs" or bidi in ("WS", "B", "S"):
            has.add("Space")
        if bidi == "B" or point in breaks:
            has.add("LineBreak")
        if point == ord(" ") or category[0] not in "CZ":
            has.add("Printable")
        if fields[6]:
            has.add("Decimal")
            decimals[point] = int(fields[6])
        if fields[7]:
            has.add("Digit")
        if fields[8]:
            has.add("Numeric")
        for name in has:
            flags[point] |= BIT[name]
        combining[point] = int(fields[3])
        for kind, field in (("upper", 12), ("lower", 13), ("title", 14)):
            if fields[field]:
                maps[kind][point] = [int(fields[field], 16)]
        # What has no title case of its own has the upper case.
        if not fields[14] and fields[12]:
            maps["title"][point] = maps["upper"][point]
        if fields[5]:
            compatible = fields[5].startswith("<")
            text = fields[5].partition("> ")[2] if compatible else fields[5]
            decompositions[point] = (compatible, points_of(text))

    core = database.properties("DerivedCoreProperties.txt")
    for name, prop in (("Lowercase", "Lowercase"), ("Uppercase", "Uppercase"), ("IdStart", "XID_Start"),
                       ("IdContinue", "XID_Continue"), ("Cased", "Cased"),
                       ("CaseIgnorable", "Case_Ignorable")):
        for point in core[prop]:
            flags[point] |= BIT[name]
    for point, prop, *_ in database.lines("Unihan_NumericValues.txt.bz2"):
        flags[int(point[2:], 16)] |= BIT["Numeric"]
    for point, (age, *_) in database.ranges("DerivedAge.txt"):
        if float(age) >= 15:
            flags[point] |= BIT["Since15"]

    for point in LOWERCASE_SINCE_15:
        flags[point] |= BIT["LowercaseSince15"]

    for fields in database.lines("SpecialCasing.txt"):
        if len(fields) > 4 and fields[4]:
            continue  # With a condition: final sigma, which is code, and languages.
        point = int(fields[0], 16)
        for kind, field in (("lower", 1), ("title", 2), ("upper", 3)):
            maps[kind][point] = points_of(fields[field])
    for point, (status, mapped, *_) in database.ranges("CaseFolding.txt"):
        if status in "CF":
            maps["fold"][point] = points_of(mapped)

    excluded = set()
    for point, rest in database.ranges("DerivedNormalizationProps.txt"):
        if rest[0] == "Full_Composition_Exclusion":
            excluded.add(point)
        if rest[0] in ("NFC_QC", "NFKC_QC", "NFD_QC", "NFKD_QC"):
            form = rest[0][:-3].capitalize()
            flags[point] |= BIT[form + ("No" if rest[1] == "N" else "Maybe")]
    return flags, combining, decimals, maps, decompositions, excluded


def expand(decompositions, point, compatible):
    """The full decomposition."""
    kind, parts = decompositions.get(point, (False, None))
    if parts is None or (kind and not compatible):
        return [point]
    return [each for part in parts for each in expand(decompositions, part, compatible)]


def two_stages(values):
    """Equal blocks once: (index of each block, blocks behind each other)."""
    blocks, index, stored = {}, [], []
    for start in range(0, CODE_POINTS, BLOCK):
        block = tuple(values[start:start + BLOCK])
        if block not in blocks:
            blocks[block] = len(blocks)
            stored += block
        index.append(blocks[block])
    return index, stored


def write_array(out, kind, name, values, per_line=16):
    print(f"static constexpr {kind} {name}[{len(values)}] = {{", file=out)
    for start in range(0, len(values), per_line):
        print(" " + ",".join(str(value) for value in values[start:start + per_line]) + ",", file=out)
    print("};", file=out)


def main():
    directory, output = sys.argv[1:]
    flags, combining, decimals, maps, decompositions, excluded = read(directory)

    # Records of what code points are and become. A mapping is a difference, or, where there is
    # more than one code point, where these begin: a count and the code points.
    expansions, expansion_of = [0], {}
    records, record_of, record_ids = [], {}, []
    for point in range(CODE_POINTS):
        values, expanded = [], 0
        for number, kind in enumerate(MAPPINGS):
            mapped = maps[kind].get(point, [point])
            if len(mapped) == 1:
                values.append(mapped[0] - point)
                continue
            key = tuple(mapped)
            if key not in expansion_of:
                expansion_of[key] = len(expansions)
                expansions.extend([len(mapped), *mapped])
            values.append(expansion_of[key])
            expanded |= 1 << number
        record = (flags[point], combining[point], decimals[point], expanded, *values)
        if record not in record_of:
            record_of[record] = len(records)
            records.append(record)
        record_ids.append(record_of[record])

    # Decompositions: counts of both kinds, and the code points of the canonical one, then of the
    # other one, which is not there where it is the same. Syllables of Hangul are code.
    decomposed, offsets = [0], [0] * CODE_POINTS
    for point in decompositions:
        canonical = expand(decompositions, point, False)
        compatible = expand(decompositions, point, True)
        same = canonical == compatible
        canonical_count = 0 if canonical == [point] else len(canonical)
        offsets[point] = len(decomposed)
        decomposed.append(canonical_count | (0 if same else len(compatible)) << 8)
        decomposed.extend(canonical if canonical_count else [])
        decomposed.extend([] if same else compatible)
    pairs = sorted((parts[0] << 32 | parts[1], point) for point, (kind, parts) in decompositions.items()
                   if not kind and len(parts) == 2 and point not in excluded)

    record_index, record_blocks = two_stages(record_ids)
    offset_index, offset_blocks = two_stages(offsets)
    version = (pathlib.Path(directory) / "DerivedAge.txt").read_text().split()[1]
    with open(output, "w") as out:
        print("// Made by generate-unicode-tables.py from the Unicode Character Database.", file=out)
        match = re.fullmatch(r"DerivedAge-([0-9.]+)\.txt", version)
        print(f'static constexpr const char unicodeVersion[] = "{match.group(1)}";', file=out)
        print(f"static constexpr Record records[{len(records)}] = {{", file=out)
        for record in records:
            *head, a, b, c, d = record
            print(" {" + ",".join(map(str, head)) + f",{{{a},{b},{c},{d}}}}},", file=out)
        print("};", file=out)
        write_array(out, "uint16_t", "recordIndex", record_index)
        write_array(out, "uint16_t", "recordIds", record_blocks)
        write_array(out, "char32_t", "expansions", expansions)
        write_array(out, "uint16_t", "decompositionIndex", offset_index)
        write_array(out, "uint16_t", "decompositionOffsets", offset_blocks)
        write_array(out, "char32_t", "decompositions", decomposed)
        write_array(out, "uint64_t", "compositionPairs", [f"{pair}u" for pair, _ in pairs], 8)
        write_array(out, "char32_t", "compositions", [point for _, point in pairs])


if __name__ == "__main__":
    main()
