#!/usr/bin/env python3
"""Score what stands on the spans: acts, modes, kinds, entities, parents, chains, hearers, hedges, times.
usage: score_layers.py GOLD.jsonl PREDICTED.jsonl

An attribution is found when its cue shares a character with a predicted cue (each used once, the largest overlap first).
Shares are of the attributions found; parents, chains, hearers, hedges and times also count what was not found as missed.
An entity is right when the predicted name is the one that most mentions of the true entity bear, and no other entity's."""
import collections, json, random, sys

def load(path):
    return {d["id"]: d for d in map(json.loads, open(path, encoding="utf8"))}

def chars(spans):
    return {i for s, e in spans for i in range(s, e)}

def match(gold, found):
    pairs = sorted(((len(chars(g["cue"]) & chars(p["cue"])), -abs(i - j), i, j) for i, g in enumerate(gold)
                    for j, p in enumerate(found) if chars(g["cue"]) & chars(p["cue"])), reverse=True)
    of, used = {}, set()
    for _, _, i, j in pairs:
        if i not in of and j not in used:
            of[i] = j; used.add(j)
    return of

def links(items, i):
    out = []
    while i is not None and len(out) < 20:
        out.append(i); i = items[i]["parent"]
    return out[::-1]

def document(gold, found):
    of, c = match(gold, found), collections.Counter()
    c["gold"], c["pred"], c["found"] = len(gold), len(found), len(of)
    for i, j in of.items():
        g, p = gold[i], found[j]
        for k in ("act", "mode", "source_kind"): c[k] += g[k] == p[k]
        if g["act"] != "assert": c["act_n"] += 1; c["act_ok"] += g["act"] == p["act"]
    for i, g in enumerate(gold):
        p = found[of[i]] if i in of else None
        for k in ("addressee", "hedge", "time"):
            a, b = chars(g[k]), chars(p[k]) if p else set()
            c[k + "_g"] += bool(a); c[k + "_tp"] += bool(a) and 2 * len(a & b) >= len(a | b)
        if g["parent"] is not None:
            c["parent_g"] += 1
            c["parent_tp"] += p is not None and p["parent"] is not None and of.get(g["parent"]) == p["parent"]
            c["chain_ok"] += p is not None and [of.get(x) for x in links(gold, i)] == links(found, of[i])
    for p in found:
        c["parent_p"] += p["parent"] is not None
        for k in ("addressee", "hedge", "time"): c[k + "_p"] += bool(p[k])
    names = collections.defaultdict(collections.Counter)
    for i, j in of.items():
        if gold[i]["canonical"]: names[gold[i]["canonical"]][found[j]["canonical"]] += 1
    taken = set()
    for _, n in sorted(names.items(), key=lambda x: (-max(x[1].values()), x[0])):
        best, count = n.most_common(1)[0]
        c["entity_n"] += sum(n.values())
        if best and best not in taken: taken.add(best); c["entity"] += count
    return c

def figures(rows):
    c = sum(rows, collections.Counter()); share = lambda a, b: c[a] / c[b] if c[b] else 0.0
    f1 = lambda k: 2 * c[k + "_tp"] / (c[k + "_g"] + c[k + "_p"]) if c[k + "_g"] + c[k + "_p"] else 0.0
    return {"found, recall": share("found", "gold"), "found, precision": share("found", "pred"), "act": share("act", "found"),
            "act other than assert": share("act_ok", "act_n"), "mode": share("mode", "found"), "kind": share("source_kind", "found"),
            "entity": share("entity", "entity_n"), "parent F1": f1("parent"), "whole chain": share("chain_ok", "parent_g"),
            "addressee F1": f1("addressee"), "hedge F1": f1("hedge"), "time F1": f1("time")}

def main(gold_path, found_path):
    gold, found = load(gold_path), load(found_path)
    rows = [document(g["attributions"], found.get(k, {"attributions": []})["attributions"]) for k, g in gold.items()]
    rng = random.Random(0)
    samples = [figures(rng.choices(rows, k=len(rows))) for _ in range(400)]
    for name, value in figures(rows).items():
        spread = sorted(s[name] for s in samples)
        print("%-22s %.3f  (%.3f to %.3f)" % (name, value, spread[10], spread[389]))

main(*sys.argv[1:])
