#!/usr/bin/env python3
"""Score names of people (PER), organisations (ORG) and places (LOC): exact span and type.
usage: score_names.py GOLD.jsonl PREDICTED.jsonl

Both: one document a line, {"id", "names": [{"start", "end", "type"}, ...]}, offsets in Unicode code points of the text.
Prints precision, recall and F1 of each type with a 95 % bootstrap interval of F1 over documents, and the same for spans alone."""
import collections, json, random, sys

TYPES = ("PER", "ORG", "LOC")

def load(path):
    return {d["id"]: d for d in map(json.loads, open(path, encoding="utf8"))}

def counts(gold, found):
    c = collections.Counter()
    for kind in TYPES + ("any",):
        pick = lambda names: {(n["start"], n["end"]) for n in names if kind in (n["type"], "any")}
        g, p = pick(gold), pick(found)
        c[kind, "g"] += len(g); c[kind, "p"] += len(p); c[kind, "tp"] += len(g & p)
    return c

def f1(rows, kind):
    c = sum(rows, collections.Counter())
    tp, p, g = c[kind, "tp"], c[kind, "p"], c[kind, "g"]
    return tp / p if p else 0.0, tp / g if g else 0.0, 2 * tp / (p + g) if p + g else 0.0, g

def main(gold_path, found_path):
    gold, found = load(gold_path), load(found_path)
    rows = [counts(d["names"], found.get(k, {}).get("names", [])) for k, d in gold.items()]
    rng = random.Random(0)
    samples = [rng.choices(rows, k=len(rows)) for _ in range(400)]
    for kind in TYPES + ("any",):
        spread = sorted(f1(s, kind)[2] for s in samples)
        p, r, f, n = f1(rows, kind)
        print("%-4s P %.3f R %.3f F1 %.3f (%.3f to %.3f) of %d" % (kind, p, r, f, spread[10], spread[389], n))

main(*sys.argv[1:])
