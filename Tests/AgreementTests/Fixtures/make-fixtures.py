"""Makes ratings.json: seeded random ratings and what established programs say of them.

    python3 -m venv venv
    venv/bin/pip install scikit-learn krippendorff pingouin statsmodels irrCAC
    venv/bin/python make-fixtures.py > ratings.json

The versions that made the file are named in it.
"""

import json
import random
from importlib.metadata import version

import krippendorff
import numpy
import pandas
import pingouin
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score, confusion_matrix, precision_recall_fscore_support
from statsmodels.stats.inter_rater import fleiss_kappa

source = random.Random(1960)


def noisy(truth, values, noise):
    return source.randrange(values) if source.random() < noise else truth


def gwet_ac1(raters, values):
    ratings = pandas.DataFrame(dict(enumerate(raters)))
    return CAC(ratings, categories=list(values), digits=12).gwet()["est"]["coefficient_value"]


def pair(units, values, noise):
    first = [source.randrange(values) for _ in range(units)]
    second = [noisy(value, values, noise) for value in first]
    labels = sorted(set(first) | set(second))
    each = precision_recall_fscore_support(first, second, labels=labels, zero_division=0)
    macro = precision_recall_fscore_support(first, second, average="macro", zero_division=0)
    return {
        "values": values, "first": first, "second": second, "labels": labels,
        "kappa": cohen_kappa_score(first, second),
        "ac1": gwet_ac1([first, second], range(values)),
        "linear": cohen_kappa_score(first, second, weights="linear"),
        "quadratic": cohen_kappa_score(first, second, weights="quadratic"), "precision": list(each[0]),
        "recall": list(each[1]), "f1": list(each[2]), "macroF1": macro[2],
        "confusion": confusion_matrix(first, second, labels=range(values)).tolist(),
    }


def group(units, raters, values, noise, missing):
    truth = [source.randrange(values) for _ in range(units)]
    rows = [[noisy(value, values, noise) for _ in range(raters)] for value in truth]
    counts = [[row.count(value) for value in range(values)] for row in rows]
    holes = [[None if source.random() < missing else value for value in row] for row in rows]
    data = numpy.array(
        [[numpy.nan if value is None else value for value in row] for row in holes]).T
    domain = list(range(values))
    return {
        "values": values, "complete": rows, "ratings": holes, "fleiss": fleiss_kappa(counts),
        **{
            level: krippendorff.alpha(
                data, value_domain=domain, level_of_measurement=level)
            for level in ("nominal", "ordinal", "interval")
        },
    }


def scores(units, raters, spread, lean):
    truth = [source.uniform(0, 100) for _ in range(units)]
    rows = [
        [round(value + source.gauss(lean * rater, spread), 1) for rater in range(raters)]
        for value in truth
    ]
    frame = pandas.DataFrame(
        [(unit, rater, value) for unit, row in enumerate(rows) for rater, value in enumerate(row)],
        columns=["unit", "rater", "value"])
    table = pingouin.intraclass_corr(frame, "unit", "rater", "value").set_index("Type")
    row = table.loc["ICC2" if "ICC2" in table.index else "ICC(A,1)"]
    interval = row["CI95%"] if "CI95%" in table.columns else row["CI95"]
    return {
        "numbers": rows, "icc": row["ICC"], "lower": interval[0], "upper": interval[1],
        "alpha": krippendorff.alpha(numpy.array(rows).T, level_of_measurement="interval"),
    }


fixtures = {
    "versions": {
        name: version(name)
        for name in ("scikit-learn", "krippendorff", "pingouin", "statsmodels", "irrCAC")
    },
    "pairs": [
        pair(*case)
        for case in ((40, 2, 0.3), (60, 3, 0.5), (30, 9, 0.4), (25, 4, 1.0), (12, 2, 0.0))
    ],
    "groups": [
        group(*case)
        for case in (
            (30, 3, 2, 0.4, 0.0), (40, 5, 3, 0.5, 0.2), (25, 4, 5, 0.3, 0.4), (20, 10, 4, 1.0, 0.1))
    ],
    "scores": [
        scores(*case)
        for case in ((10, 2, 5, 0), (30, 4, 20, 0), (15, 3, 10, 8), (50, 5, 40, -3))
    ],
}

# One case a line, so that a difference can be read.
parts = []
for name, part in fixtures.items():
    cases = part if isinstance(part, list) else [part]
    lines = ",\n".join(json.dumps(case, default=float) for case in cases)
    parts.append(f'"{name}": ' + (f"[\n{lines}\n]" if isinstance(part, list) else lines))
print("{\n" + ",\n".join(parts) + "\n}")
