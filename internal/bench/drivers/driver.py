"""Runs a peer over texts, in one thread: the part that all Python drivers share.

A driver is started as `driver.py CONFIG IN OUT`. IN holds one {"text", "warm"} a line; those that warm up are run and not
counted. OUT gets one list of [start, end, type] a counted text, in characters, and last a line with the cost: processor
seconds until ready and for the counted texts, and the peak of memory.
"""

import json
import os
import resource
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"


def run(load):
    """load(config) gives find(text), which gives (start, end, type) triples."""
    config, source, target = sys.argv[1:4]
    find = load(config)
    ready = time.process_time()
    with open(source, encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    spent = 0.0
    with open(target, "w", encoding="utf-8") as out:
        for item in texts:
            before = time.process_time()
            spans = find(item["text"])
            if item.get("warm"):
                continue
            spent += time.process_time() - before
            out.write(json.dumps([[s, e, k] for s, e, k in spans]) + "\n")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        kib = peak // 1024 if sys.platform == "darwin" else peak
        out.write(json.dumps({"ready_s": ready, "spent_s": spent, "peak_kib": kib}) + "\n")
