"""Recompute an audit sample from its exported files alone: python3 recompute_sample.py [FOLDER]"""

import hashlib
import json
import sys
from pathlib import Path

folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
draw = json.loads((folder / "draw.json").read_text("utf-8"))
population = (folder / "population.tsv").read_bytes()
seed, column = bytes.fromhex(draw["seed"]), draw["stratum_column"]
digest = hashlib.sha256(population).digest()
faults = []
if hashlib.sha256(seed).hexdigest() != draw["commitment"]:
    faults.append("the seed is not the one committed to / 种子与承诺不符")
if digest.hex() != draw["population_sha256"]:
    faults.append("the list is not the one drawn from / 清单与抽样时不符")
head = seed + digest + draw["round"].to_bytes(4, "big")
ranked = {stratum: [] for stratum in draw["drawn"]}
for number, line in enumerate(population.decode("utf-8").split("\n")[1:-1], start=1):
    stratum = "" if column is None else line.split("\t")[column]
    if stratum in ranked:
        rank = hashlib.sha256(head + stratum.encode() + number.to_bytes(8, "big")).digest()
        ranked[stratum].append((rank, number))
for stratum, said in draw["drawn"].items():
    if [number for _, number in sorted(ranked[stratum])[: len(said)]] != said:
        faults.append(f"other rows were to be drawn / 应抽取的行不同: {stratum or '*'}")
print("\n".join(faults) or "the draw is as committed / 抽样与承诺一致")
sys.exit(1 if faults else 0)
