"""Reads projects with data as JSON, one a line, and writes what NumPy makes of them, one a line.

In: {"project", "data": {name: value}, "slips": [...], "prepare", "functions": [...], "results": {step: expression}}
Out: {"": {name: numbers}, slip: {...}, "float32": {...}, "reversed": {...}, "file": {step: numbers}}
"""
import importlib
import json
import sys
import warnings

import numpy as np

warnings.filterwarnings("ignore")


def flat(values):
    lists = {name: np.ravel(np.asarray(value, float)).tolist() for name, value in values.items()}
    return {name: [v if np.isfinite(v) else None for v in entries] for name, entries in lists.items()}


def reversed_rows(data):
    """The rows of the table from the third on in the opposite order."""
    return {
        name: np.concatenate([v[:2], v[:1:-1]]) if isinstance(v, np.ndarray) and v.ndim == 1 and len(v) >= 10 else v
        for name, v in data.items()
    }


def of_file(run, data):
    """The functions of the project's own file, as the notebook has them."""
    names = {"np": np, **data}
    exec(run["prepare"], names)
    for function in run["functions"]:
        exec(function, names)
    return {step: eval(result, names) for step, result in run["results"].items()}


for line in sys.stdin:
    run = json.loads(line)
    solve = importlib.import_module(run["project"].replace("-", "_")).solve
    data = {k: np.array(v) if isinstance(v, list) else v for k, v in run["data"].items()}
    out = {slip: flat(solve(data, slip)) for slip in run["slips"]}
    out[""] = flat(solve(data))
    out["float32"] = flat(solve(data, None, np.float32))
    out["reversed"] = flat(solve(reversed_rows(data)))
    out["file"] = flat(of_file(run, data))
    print(json.dumps(out), flush=True)
