#!/usr/bin/env python3
"""Figures of found attributions with 95 % bootstrap intervals over documents.
usage: score_intervals.py GOLD.jsonl FOUND.jsonl

Both as in the claims door: {"id", "attributions": [{"source": [[s, e], ..], "cue": .., "content": ..}]}, GOLD with "text".
Matching is that of whole-document scorers of quotations: exact is the same set of characters (white space, full stops and
commas aside); whole is cue and source overlapping and contents that agree with F1 of .8; strict is whole with source and
content the same. runs counts each unbroken piece of a content by itself, as taggers of single spans are scored.
indirect recall: speech whose content holds no quotation mark, found whole."""
import json, random, re, sys

SPEECH = re.compile(r"\b(sa(y|ys|id|ying)|t(ell|ells|old|elling)|writ(e|es|ten|ing)|wrote|den(y|ies|ied|ying)|according|"
    r"(add|note|claim|report|announce|state|argue|insist|call|tweet|ask|explain|decline|accuse|confirm|acknowledge|suggest|"
    r"warn|dispute|refuse)(s|d|ed)?|(add|not|claim|report|announc|stat|argu|insist|call|tweet|ask|explain|declin|accus|"
    r"confirm|acknowledg|suggest|warn|disput|refus)ing)\b", re.I)
MARKS = re.compile("[\"“”«»]|''|``")
ROLES = ("source", "cue", "content")


def load(path):
    return {d["id"]: d for d in map(json.loads, open(path, encoding="utf8"))}


def chars(text, spans):
    return frozenset(i for s, e in spans for i in range(s, e) if not text[i].isspace() and text[i] not in ".,")


def items(text, doc):
    found = []
    for a in doc.get("attributions", []):
        item = {r: chars(text, a.get(r) or []) for r in ROLES}
        item["speech"] = any(SPEECH.search(text[s:e]) for s, e in a.get("cue") or [])
        item["runs"] = [chars(text, [s]) for s in a.get("content") or []]
        item["marks"] = any(MARKS.search(text[s:e]) for s, e in a.get("content") or [])
        found.append(item)
    return found


def level(g, p):
    if not g["cue"] & p["cue"] or bool(g["source"]) != bool(p["source"]): return 0
    if g["source"] and not g["source"] & p["source"]: return 0
    f = 2 * len(g["content"] & p["content"]) / (len(g["content"]) + len(p["content"]))
    return 2 if f == 1 and g["source"] == p["source"] else 1 if f >= .8 else 0


def counts(text, gold, found):
    row, gs, ps = {}, items(text, gold), items(text, found)
    for r in ROLES:
        a, b = {x[r] for x in gs if x[r]}, {x[r] for x in ps if x[r]}
        row["exact " + r] = (len(a & b), len(b), len(a & b), len(a))
    a, b = {r for x in gs for r in x["runs"] if r}, {r for x in ps for r in x["runs"] if r}
    row["exact content, runs"] = (len(a & b), len(b), len(a & b), len(a))
    gs, ps = ([x for x in xs if x["cue"] and x["content"]] for xs in (gs, ps))
    for scope in ("all", "speech"):
        g2, p2 = ([x for x in xs if scope == "all" or x["speech"]] for xs in (gs, ps))
        for name, least in (("whole", 1), ("strict", 2)):
            row[f"{name} {scope}"] = (sum(any(level(g, p) >= least for g in gs) for p in p2), len(p2),
                                      sum(any(level(g, p) >= least for p in ps) for g in g2), len(g2))
    plain = [x for x in gs if x["speech"] and not x["marks"]]
    row["recall of whole indirect speech"] = (0, 0, sum(any(level(g, p) for p in ps) for g in plain), len(plain))
    return row


def figures(rows, key):
    tp, n, tg, m = (sum(r[key][i] for r in rows) for i in range(4))
    p, r = tp / n if n else 0, tg / m if m else 0
    return p, r, r if key.startswith("recall") else 2 * p * r / (p + r) if p + r else 0


gold, found = load(sys.argv[1]), load(sys.argv[2])
rows = [counts(d["text"], d, found.get(k, {})) for k, d in gold.items()]
rng = random.Random(0)
samples = [rng.choices(rows, k=len(rows)) for _ in range(1000)]
for key in rows[0]:
    p, r, f = figures(rows, key)
    boot = sorted(figures(s, key)[2] for s in samples)
    print(f"{key:34} P {p:.3f} R {r:.3f} F1 {f:.3f} ({boot[25]:.3f}-{boot[974]:.3f})")
